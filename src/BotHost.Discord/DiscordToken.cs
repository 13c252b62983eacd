namespace BotHost.Discord;

/// <summary>The bot's secret. It leaves this type only into the two places of the protocol that ask for it.</summary>
internal sealed class DiscordToken
{
    private readonly string? _secret;

    private DiscordToken(string? secret) => _secret = secret;

    public bool IsPresent => _secret is not null;

    /// <summary>Reads the token from its setting or its file.</summary>
    /// <exception cref="InvalidOperationException">The settings do not give exactly one usable token; the text never holds it.</exception>
    public static DiscordToken From(DiscordOptions options)
    {
        var (secret, problem) = Read(options);
        return problem is null ? new DiscordToken(secret) : throw new InvalidOperationException(problem);
    }

    /// <summary>What keeps the settings from giving a token; null where they give one, or none at all on purpose.</summary>
    public static string? Problem(DiscordOptions options) => Read(options).Problem;

    /// <summary>The secret itself, for the authorization header and for identify and resume.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string Reveal() => _secret ?? throw new InvalidOperationException("Discord__Token is missing.");

    /// <summary>Takes the secret out of a text that somebody else wrote, before it is shown.</summary>
    public string Redact(string text) =>
        _secret is null ? text : text.Replace(_secret, "[token]", StringComparison.Ordinal);

    public override string ToString() => IsPresent ? "[token]" : "[no token]";

    private static (string? Secret, string? Problem) Read(DiscordOptions options)
    {
        var hasToken = !string.IsNullOrWhiteSpace(options.Token);
        var hasFile = !string.IsNullOrWhiteSpace(options.TokenFile);
        if (hasToken && hasFile)
        {
            return (null, "Discord__Token and Discord__TokenFile are both set; keep exactly one of them.");
        }

        if (hasToken)
        {
            return Check(options.Token!, "Discord__Token");
        }

        if (!hasFile)
        {
            return (null, null);
        }

        try
        {
            return Check(File.ReadAllText(options.TokenFile!), $"the file of Discord__TokenFile ('{options.TokenFile}')");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"Discord__TokenFile names '{options.TokenFile}', which cannot be read: {Why(exception)}; check the path and its rights.");
        }
    }

    private static string Why(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "this user may not read it",
        _ => exception.GetType().Name,
    };

    private static (string? Secret, string? Problem) Check(string text, string where)
    {
        var secret = text.Trim();
        if (secret.StartsWith("Bot ", StringComparison.Ordinal))
        {
            secret = secret[4..].Trim();
        }

        return secret.Length > 0 && secret.All(character => character is > ' ' and <= '~')
            ? (secret, null)
            : (null, $"{where} holds no token: expected one word of ASCII characters; copy the bot's token from the developer portal again.");
    }
}
