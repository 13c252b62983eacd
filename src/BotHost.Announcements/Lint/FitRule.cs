using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Lint;

/// <summary>Says what the announcement of a talk will leave out, because some channel has no room for all of it.</summary>
/// <remarks>It composes and renders as the delivery will; nothing is sent. Short texts fit everywhere and are not even composed.</remarks>
public sealed class FitRule(FitLadder ladder, PlatformDirectory platforms) : ICatalogueRule
{
    private const string TooLong = "too-long";
    private const string DoesNotFit = "does-not-fit";

    /// <summary>In the units of <see cref="TextSum"/>; a quarter less than the smallest platform takes, for headings, dates and places.</summary>
    private const int SurelyFits = 3_000;

    /// <summary>The same for a channel that chose its layout: beside a picture, or outside a frame, platforms take far less.</summary>
    private const int SurelyFitsAnyLayout = 600;

    private static readonly Duration Ahead = Duration.FromDays(21);

    private readonly ConditionalWeakTable<Talk, Judgement> _judged = [];

    public ImmutableArray<LintRule> Rules { get; } =
    [
        new(TooLong, Severity.Warning, "An announcement leaves out what its channels have no room for (a note where it is only biographies), or a title is longer than anybody reads."),
        new(DoesNotFit, Severity.Error, "An announcement does not fit into a post, whatever is left out."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        catalogue.Talks.Values.Where(talk => talk.Status is not TalkStatus.Cancelled).SelectMany(talk => Judge(catalogue, talk));

    private ImmutableArray<Finding> Judge(TalkCatalogue catalogue, Talk talk)
    {
        var grounds = new Grounds(
            catalogue.SeriesOf(talk),
            catalogue.CampaignOf(talk),
            [.. catalogue.ChannelsOf(talk)],
            [.. talk.People.Select(part => catalogue.People[part.Person])],
            catalogue.Templates);
        if (_judged.TryGetValue(talk, out var before) && before.Grounds.AreTheSameAs(grounds))
        {
            return before.Findings;
        }

        var findings = TextSum.Of(talk, grounds.People) <= MostThatFits(grounds) ? [] : Look(catalogue, talk, grounds);
        if (!findings.Any(finding => finding.Severity is Severity.Error))
        {
            findings = [.. findings, .. LongTitles.In(talk, TooLong)];
        }

        _judged.AddOrUpdate(talk, new Judgement(grounds, findings));
        return findings;
    }

    // A template of the organiser's own may add all that it is long.
    private static int MostThatFits(Grounds grounds) =>
        grounds.Channels.Select(SurelyFitsIn).DefaultIfEmpty(SurelyFits).Min()
        - grounds.Templates.Select(template => template.Text.Text.Length).DefaultIfEmpty().Max();

    private static int SurelyFitsIn(Channel channel) => channel.Layout is null ? SurelyFits : SurelyFitsAnyLayout;

    private ImmutableArray<Finding> Look(TalkCatalogue catalogue, Talk talk, Grounds grounds)
    {
        // A draft is judged as what it will be.
        var announced = talk with { Status = TalkStatus.Confirmed };
        var step = AnnouncementStep.Of(catalogue, announced);
        var now = StepSchedule.DueOf(catalogue, announced, step) is StepDue.At at ? at.Due : (talk.Start.Instant ?? NodaConstants.UnixEpoch + Ahead) - Ahead;
        var findings = grounds.Channels
            .DistinctBy(channel => (channel.Platform, string.Join(' ', channel.Languages), channel.Layout, channel.LinkPreview, string.Join(' ', channel.Zones), channel.Mention))
            .Select(channel => Look(catalogue, announced, step, channel, grounds.People, now) is { } finding ? Blame(finding, announced, channel, grounds) : null);

        // One word on the worst of its channels is enough: what helps there helps everywhere.
        return [.. findings.OfType<Finding>().OrderByDescending(finding => finding.Severity).Take(1)];
    }

    private Finding? Look(TalkCatalogue catalogue, Talk talk, Step step, Channel channel, ImmutableArray<Person> people, Instant now)
    {
        if (platforms.Find(channel.Platform) is not { } platform)
        {
            return null;
        }

        var (_, result, detail) = ladder.Fit(platform, catalogue, talk, step, channel, now);
        var where = talk.Written.Where(talk.Written.Text("summary") is null ? "title" : "summary");
        if (result is RenderResult.TooLong misfit)
        {
            return new Finding(
                Severity.Error,
                where,
                DoesNotFit,
                $"the announcement does not fit into '{channel.FaceName}', whatever is left out: {misfit.Limit} is {misfit.Actual}, {misfit.Allowed} are allowed",
                "shorten title, labels and links");
        }

        var hasFurther = HasFurther(catalogue, talk, channel);
        if (detail.MaySplit && result is RenderResult.Fits { Payloads.Length: var messages })
        {
            return new Finding(
                Severity.Warning,
                where,
                TooLong,
                $"the announcement is too long for one message in '{channel.FaceName}', whatever is left out, and goes out as {messages} messages{(hasFurther ? ", in its first language alone" : "")}",
                "shorten title, labels and links");
        }

        return LeftOut.Of(detail, people.Any(IsCut), hasFurther) is { } less
            ? new Finding(less.Severity, talk.Written.Where(less.Path), TooLong, $"the announcement is too long for '{channel.FaceName}', which will show {less.Shown}", less.Remedy)
            : null;
    }

    // Whoever looks for what to shorten must not be sent to a summary of two lines.
    private static Finding Blame(Finding finding, Talk talk, Channel channel, Grounds grounds)
    {
        var texts = TextSum.Of(talk, grounds.People);
        var template = grounds.Templates
            .OrderByDescending(template => channel.Languages.Any(reader => LanguageTags.Serves(template.Language, reader)))
            .ThenByDescending(template => template.Text.Text.Length)
            .FirstOrDefault();
        return template is not null && texts <= SurelyFitsIn(channel) && texts < template.Text.Text.Length
            ? finding with
            {
                Where = talk.Written.Where("title"),
                Text = $"{finding.Text}: the template '{template.Name}' is {template.Text.Text.Length.ToString(CultureInfo.InvariantCulture)} characters long, and takes the room from a talk that is short",
                Remedy = $"shorten {template.Text.Where.File}",
            }
            : finding;
    }

    /// <summary>As the composer has it: a further language is told where it has texts that do not stand above it already.</summary>
    private static bool HasFurther(TalkCatalogue catalogue, Talk talk, Channel channel)
    {
        var views = channel.Languages.Select(language => TalkInLanguage.Of(catalogue, talk, language)).ToList();
        return views.Skip(1).Any(view => !view.IsWhole && !string.Equals(view.Source, views[0].Source, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsCut(Person person) => string.IsNullOrWhiteSpace(person.Headline) && person.Bio.Blocks.Length > 1;

    private sealed record Judgement(Grounds Grounds, ImmutableArray<Finding> Findings);

    /// <summary>What a judgement rests on besides the talk. A reload that kept them kept it, too.</summary>
    private sealed record Grounds(
        Series Series, Campaign? Campaign, ImmutableArray<Channel> Channels, ImmutableArray<Person> People, ImmutableArray<TemplateFile> Templates)
    {
        public bool AreTheSameAs(Grounds other) =>
            ReferenceEquals(Series, other.Series)
            && ReferenceEquals(Campaign, other.Campaign)
            && Channels.SequenceEqual(other.Channels, ReferenceEquals)
            && People.SequenceEqual(other.People, ReferenceEquals)
            && Templates.SequenceEqual(other.Templates, ReferenceEquals);
    }
}
