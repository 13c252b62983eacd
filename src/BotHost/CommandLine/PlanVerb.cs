using System.CommandLine;
using System.Globalization;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using NodaTime;

namespace BotHost.CommandLine;

/// <summary><c>bothost plan</c>: what goes out when and where.</summary>
internal static class PlanVerb
{
    public static Command Create()
    {
        var config = ConfigOption.Create();
        var past = new Option<bool>("--past") { Description = "Lists what is over, too, and whatever else is in the ledger: digests, notices, talks that are no longer in the files." };
        var command = new Command("plan", "Lists what goes out when and where, in UTC and in the talk's zone; connects to nothing.") { config, past };
        command.SetAction((parsed, cancellationToken) => PlanAsync(parsed.GetValue(config), parsed.GetValue(past), cancellationToken));
        return command;
    }

    private static async Task<int> PlanAsync(string? configOption, bool past, CancellationToken cancellationToken)
    {
        var settings = Settings.Read();
        using var room = Rooms.ReadingRoom(settings);
        LedgerPicture? picture;
        try
        {
            picture = await Catalogues.TakeOverridesAsync(room.Services, cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return Terminal.Fail(unavailable.Message);
        }

        if (Catalogues.Read(room.Services, Settings.ConfigDirectory(settings, configOption)) is not { } catalogue)
        {
            return ExitCode.Findings;
        }

        var now = room.Services.GetRequiredService<IClock>().GetCurrentInstant();
        var lines = Lines(catalogue, picture, now);
        var shown = lines.Where(line => past || !line.IsPast(now)).ToList();
        foreach (var line in shown)
        {
            Console.Out.WriteLine(Format(line));
        }

        TellVanished(catalogue, picture, now);
        if (past && picture is not null)
        {
            TellOthers(catalogue, picture, lines);
        }

        var digests = DigestPlanner.Next(catalogue, now).OrderBy(digest => digest.DueAt).ToList();
        foreach (var digest in digests)
        {
            Console.Out.WriteLine(Format(digest.DueAt, digest.Series.Zone ?? catalogue.Community.Zone, digest.Series.Id.Value, digest.Step.Id.Value, digest.Channel.FaceName, "planned, and again and again"));
        }

        if (shown.Count < lines.Count)
        {
            Console.Out.WriteLine($"{lines.Count - shown.Count} more are over for a day and longer: `bothost plan --past` lists them.");
        }

        if (lines.Count + digests.Count == 0)
        {
            Console.Out.WriteLine("Nothing is planned: a post needs a talk whose series has a campaign, and a channel that it goes to.");
        }

        Console.Out.WriteLine(picture is null
            ? Catalogues.DescribeNone(room.Services)
            : $"What was sent, held or skipped comes from the ledger {picture.Where}.");
        if (picture is { Overrides.Count: > 0 })
        {
            Console.Out.WriteLine(Catalogues.Describe(room.Services, picture));
        }

        return ExitCode.Fine;
    }

    private static IReadOnlyList<OutlookLine> Lines(TalkCatalogue catalogue, LedgerPicture? picture, Instant now)
    {
        if (picture is null)
        {
            return OutlookLine.Of(catalogue, _ => null, known: null, now);
        }

        // As a bot would judge that goes on from the last sign of life; what the ledger has not seen yet is new to it.
        var firstSeen = KnowledgeKeeper.ItemsOf(catalogue).ToDictionary(item => item, item => picture.FirstSeen.GetValueOrDefault(item, now));
        foreach (var (released, at) in picture.FirstSeen.Where(seen => seen.Key.Kind == Knowledge.Released))
        {
            firstSeen[released] = at;
        }

        var known = new Knowledge(picture.Life, picture.Life.LastSignOfLife ?? now, firstSeen);
        var rows = picture.Rows.ToDictionary(row => row.Key);
        return OutlookLine.Of(catalogue, rows.GetValueOrDefault, known, now);
    }

    /// <summary>Announced talks that are still ahead and no longer in the files.</summary>
    private static void TellVanished(TalkCatalogue catalogue, LedgerPicture? picture, Instant now)
    {
        foreach (var talk in VanishedTalks.Of(catalogue, picture?.Rows ?? [], now))
        {
            Console.Out.WriteLine($"{talk.Subject} was announced and is no longer in the files, so nothing more is planned for it: {VanishedTalks.Remedy}.");
        }
    }

    /// <summary>What the ledger remembers and the files do not plan (any more).</summary>
    private static void TellOthers(TalkCatalogue catalogue, LedgerPicture picture, IEnumerable<OutlookLine> lines)
    {
        var planned = lines.Select(line => line.Key).ToHashSet();
        var names = new PostNames(catalogue);
        foreach (var row in picture.Rows.Where(row => row.Key.Kind is not DeliveryKind.Report && !planned.Contains(row.Key)).OrderBy(row => row.DueAt).ThenBy(row => row.Id))
        {
            Console.Out.WriteLine(Format(row.DueAt, catalogue.Community.Zone, row.Key.Subject, row.Key.Step, names.ChannelOf(row.Key), DeliveryWords.Of(row)));
        }
    }

    private static string Format(OutlookLine line) =>
        Format(line.DueAt, line.Talk.Zone, line.Talk.Id.Value, line.Step.Id.Value, line.Channel.FaceName, line.Word);

    private static string Format(Instant? dueAt, DateTimeZone zone, string subject, string step, string channel, string word)
    {
        var utc = dueAt?.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
        var local = dueAt?.InZone(zone).ToString("ddd uuuu-MM-dd HH:mm z", CultureInfo.InvariantCulture) ?? "-";
        return $"{utc,-20}  {local,-32}  {subject,-20}  {step,-12}  {channel,-24}  {Terminal.OneLine(word)}";
    }
}
