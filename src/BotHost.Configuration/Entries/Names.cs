using System.Collections.Immutable;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>The names of one sort of entry that others may refer to.</summary>
/// <param name="Noun">For example <c>series</c>.</param>
/// <param name="Declared">As written, bad ones too: those were reported where they stand.</param>
/// <param name="Complete">Whether every entry of the sort could be read; else a name that is not there proves nothing.</param>
/// <param name="Remedy">Where to add one.</param>
internal sealed record Names(string Noun, ImmutableHashSet<string> Declared, bool Complete, string Remedy)
{
    /// <returns>The name of an entry that is there; null after a finding, here or where the entry stands.</returns>
    public string? Resolve(Node node, string key, FindingList findings)
    {
        if (findings.Parse(node, key, Forms.Line) is not { } name)
        {
            return null;
        }

        if (Declared.Contains(name))
        {
            return Identifier.IsValid(name) ? name : null;
        }

        if (Complete)
        {
            var guess = Spelling.Nearest(name, Declared.Order(StringComparer.Ordinal));
            findings.Error(node.Where, $"missing-{Noun}", $"there is no {Noun} {Spelling.Quote(name)}", guess is null ? Remedy : $"did you mean '{guess}'?");
        }

        return null;
    }
}
