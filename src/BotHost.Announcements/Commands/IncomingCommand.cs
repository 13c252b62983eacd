using System.Collections.Immutable;

namespace BotHost.Announcements.Commands;

/// <summary>A command or a press, as it came in.</summary>
/// <param name="Name">The command's name without slash, or a button's verb.</param>
/// <param name="Arguments">By the option's name; a platform that knows only a rest of text gives it to the first option.</param>
/// <param name="Author">Who.</param>
/// <param name="Place">Where.</param>
/// <param name="Locale">The asker's language as a BCP 47 tag, where known.</param>
/// <param name="PressedRow">For a press: the ledger row that the button carries.</param>
public sealed record IncomingCommand(
    string Name,
    ImmutableDictionary<string, string> Arguments,
    CommandAuthor Author,
    CommandPlace Place,
    string? Locale = null,
    long? PressedRow = null)
{
    public bool IsPress => PressedRow is not null;

    public string? Argument(string name) => Arguments.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
