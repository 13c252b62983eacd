namespace BotHost.Announcements.Commands;

/// <summary>How the ledger names people.</summary>
internal static class AuthorMark
{
    /// <summary><c>platform:user</c>.</summary>
    public static string Mark(this CommandAuthor author) => $"{author.Platform}:{author.UserId}";
}
