using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Lint;

/// <summary>Finds announcements that would come when the talk has begun. What a talk with a start time says itself, its reader refuses as an error.</summary>
public sealed class LateAnnouncementRule : ICatalogueRule
{
    private const string Name = "announce-late";

    public ImmutableArray<LintRule> Rules { get; } =
        [new(Name, Severity.Warning, "A talk's announcement is due when the talk has begun, so it would never go out.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        foreach (var talk in catalogue.Talks.Values.Where(talk => talk.Status is TalkStatus.Draft or TalkStatus.Confirmed))
        {
            if (talk.AnnounceAt is { } own)
            {
                if (talk.Start is TalkStart.OnDate && own >= Begins(talk))
                {
                    yield return Tell(talk, "announce", "the talk would be announced after its day", "choose an earlier time, or check the start");
                }

                continue;
            }

            var step = catalogue.CampaignOf(talk)?.Steps.FirstOrDefault(step => step.Kind is StepKind.Announcement);
            if (step is not null && DueOf(catalogue, talk, step) >= Begins(talk))
            {
                yield return Tell(
                    talk,
                    "start",
                    $"the step '{step.Id}' of the campaign '{talk.Campaign}' would announce the talk when it has begun",
                    "check the start, give the talk an announce: time of its own, or another campaign");
            }
        }
    }

    /// <summary>From when on an announcement is too late: the start, or the end of a day whose hour is open.</summary>
    private static Instant? Begins(Talk talk) => talk.Start is TalkStart.OnDate on
        ? on.Zone.AtStartOfDay(on.Date.PlusDays(1)).ToInstant()
        : talk.Start.Instant;

    /// <summary>A draft is judged as what it will be.</summary>
    private static Instant? DueOf(TalkCatalogue catalogue, Talk talk, Step step) =>
        StepSchedule.DueOf(catalogue, talk with { Status = TalkStatus.Confirmed }, step) is StepDue.At at ? at.Due : null;

    private static Finding Tell(Talk talk, string path, string text, string remedy) =>
        new(Severity.Warning, talk.Written.Where(path), Name, text, remedy);
}
