namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>The interactions that are alive, in machine time: a while for the first reply, fifteen minutes for the token.</summary>
internal sealed class InteractionBook(TimeProvider clock, TimeSpan firstReply)
{
    public TimeSpan FirstReply => firstReply;

    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, Interaction> _byToken = [];

    public void Add(Interaction interaction) => _byToken[interaction.Token] = interaction;

    /// <summary>The interaction that a first reply is for.</summary>
    /// <exception cref="DiscordRefusal">It is unknown, too old, or was replied to already.</exception>
    public Interaction ForFirstReply(string id, string token)
    {
        if (!_byToken.TryGetValue(token, out var interaction) || interaction.Id != id)
        {
            throw DiscordRefusal.UnknownInteraction();
        }

        if (interaction.Acknowledged is not null)
        {
            throw DiscordRefusal.AlreadyAcknowledged();
        }

        return clock.GetElapsedTime(interaction.CreatedAt) > FirstReply ? throw DiscordRefusal.UnknownInteraction() : interaction;
    }

    /// <summary>The interaction that a later call is for.</summary>
    /// <exception cref="DiscordRefusal">It is unknown or has had no first reply (10015), or its token ended (50027).</exception>
    public Interaction ForLater(string token)
    {
        if (!_byToken.TryGetValue(token, out var interaction) || interaction.Acknowledged is null)
        {
            throw DiscordRefusal.UnknownWebhook();
        }

        return clock.GetElapsedTime(interaction.CreatedAt) > TokenLife
            ? throw new DiscordRefusal(401, 50027, "Invalid Webhook Token")
            : interaction;
    }

    public Interaction? Find(string id) => _byToken.Values.FirstOrDefault(interaction => interaction.Id == id);
}
