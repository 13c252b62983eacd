using BotHost.Announcements.Commands;

namespace BotHost.Telegram.Updates;

/// <summary>A command or a press together with where its answer belongs.</summary>
/// <param name="Command">For the router.</param>
/// <param name="ChatId">Where it was said.</param>
/// <param name="Thread">The topic there.</param>
/// <param name="UserId">Who is asking; also the number of their private chat.</param>
/// <param name="MessageId">The command's message, or the message with the pressed button.</param>
internal sealed record IncomingAsk(IncomingCommand Command, string ChatId, int? Thread, string UserId, int MessageId)
{
    public bool IsPrivateChat => Command.Place.IsPrivate;
}

/// <summary>What an update asks of the bot, or why nothing.</summary>
internal abstract record UpdateReading
{
    private UpdateReading()
    {
    }

    public sealed record Ask(IncomingAsk Asked) : UpdateReading;

    public sealed record Nothing(string Reason) : UpdateReading;
}
