using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration;

/// <summary>What no single config shows, but the step from one to the next does: an edit that is no edit. Pure.</summary>
public static class CatalogueChange
{
    /// <summary>The names under which its findings are known.</summary>
    public static ImmutableArray<LintRule> Rules { get; } =
    [
        new("renamed-talk", Severity.Error, "A talk got another id, so that the ledger would take it for a new talk and announce it again"),
        new("talks-vanished", Severity.Error, "More than half of the talks are gone at once, as when a folder is only half copied"),
        new("became-sample", Severity.Error, "A config in use says that it is the sample"),
    ];

    /// <returns>Errors only; empty where the new catalogue may take the old one's place.</returns>
    public static ImmutableArray<Finding> Check(TalkCatalogue before, TalkCatalogue after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var stillKnown = after.Talks.Values.SelectMany(talk => talk.PreviousIds).Concat(after.Talks.Keys).ToHashSet();
        var gone = before.Talks.Values.Where(talk => !stillKnown.Contains(talk.Id)).OrderBy(talk => talk.Id.Value, StringComparer.Ordinal).ToList();
        var renamed = (from old in gone
                       let successor = SuccessorOf(old, before, after)
                       where successor is not null
                       select (Old: old, New: successor)).ToList();
        var vanished = gone.Except(renamed.Select(pair => pair.Old)).ToList();
        return
        [
            .. renamed.Select(pair => Renamed(pair.Old, pair.New)),
            .. vanished.Count * 2 > before.Talks.Count ? [Vanished(vanished, before)] : ImmutableArray<Finding>.Empty,
            .. after.IsSample && !before.IsSample ? [BecameSample()] : ImmutableArray<Finding>.Empty,
        ];
    }

    /// <summary>What counts for later posts alone, in words that follow the news of a taken config; empty where there is nothing of that kind.</summary>
    public static string TellBeside(TalkCatalogue before, TalkCatalogue after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Texts(before).SequenceEqual(Texts(after)) ? "" : "; templates changed, and count for what is posted from now on";
    }

    private static IEnumerable<(string Language, string Name, string Text)> Texts(TalkCatalogue catalogue) => catalogue.Templates
        .Select(template => (template.Language, template.Name, template.Text.Text))
        .OrderBy(template => $"{template.Language}/{template.Name}", StringComparer.Ordinal);

    // A talk without a number has nothing by which it could be known again.
    private static Talk? SuccessorOf(Talk old, TalkCatalogue before, TalkCatalogue after) => old.Number is null
        ? null
        : after.Talks.Values
            .Where(talk => !before.Talks.ContainsKey(talk.Id) && talk.Series == old.Series && talk.Number == old.Number)
            .MinBy(talk => talk.Id.Value, StringComparer.Ordinal);

    private static Finding Renamed(Talk old, Talk renamed)
    {
        ImmutableArray<TalkId> ids = [.. old.PreviousIds.Concat(renamed.PreviousIds).Append(old.Id).Distinct()];
        var value = ids is [var only] ? only.Value : $"[{string.Join(", ", ids)}]";
        return new Finding(
            Severity.Error,
            renamed.Written.Where("id"),
            "renamed-talk",
            $"the talk '{old.Id}' is gone, and '{renamed.Id}' has its series and number: under another id it would be announced a second time",
            $"if it is the same talk, add previous_id: {value} to this file, or go back to the old id; if it is another one, give it a number of its own");
    }

    private static Finding Vanished(List<Talk> vanished, TalkCatalogue before)
    {
        var names = string.Join(", ", vanished.Take(5).Select(talk => $"'{talk.Id}'"));
        var more = vanished.Count > 5 ? $" and {vanished.Count - 5} more" : "";
        return new Finding(
            Severity.Error,
            new SourceSpan("talks", 1, 1),
            "talks-vanished",
            $"{vanished.Count} of {before.Talks.Count} talks are gone at once ({names}{more}), so this is taken for a mishap",
            "put the files back; if the talks shall go, take away at most half of them at a time; for a wholly new series, stop the bot and remove the folder 'accepted-config' from its data folder");
    }

    private static Finding BecameSample() => new(
        Severity.Error, new SourceSpan("bothost.yaml", 1, 1), "became-sample", "the config says 'sample: true', and the sample is not announced to real people", "take the line out");
}
