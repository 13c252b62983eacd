using System.CommandLine;
using System.Globalization;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
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
        var command = new Command("plan", "Lists what goes out when and where, in UTC and in the talk's zone; connects to nothing.") { config };
        command.SetAction((parsed, cancellationToken) => PlanAsync(parsed.GetValue(config), cancellationToken));
        return command;
    }

    private static async Task<int> PlanAsync(string? configOption, CancellationToken cancellationToken)
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
        foreach (var line in lines)
        {
            Console.Out.WriteLine(Format(line));
        }

        var digests = DigestPlanner.Next(catalogue, now).OrderBy(digest => digest.DueAt).ToList();
        foreach (var digest in digests)
        {
            Console.Out.WriteLine(Format(digest.DueAt, digest.Series.Zone ?? catalogue.Community.Zone, digest.Series.Id.Value, digest.Step, digest.Channel, "planned, and again and again"));
        }

        if (lines.Count + digests.Count == 0)
        {
            Console.Out.WriteLine("Nothing is planned: a post needs a talk whose series has a campaign, and a channel that it goes to.");
        }

        Console.Out.WriteLine(picture is null
            ? "There is no ledger yet: this is the plan of the files alone."
            : $"What was sent, held or skipped comes from the ledger {picture.Where}.");
        if (picture is { Overrides.Count: > 0 })
        {
            Console.Out.WriteLine(Catalogues.Describe(picture));
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
        var known = new Knowledge(picture.Life, picture.Life.LastSignOfLife ?? now, firstSeen);
        var rows = picture.Rows.ToDictionary(row => row.Key);
        return OutlookLine.Of(catalogue, rows.GetValueOrDefault, known, now);
    }

    private static string Format(OutlookLine line) => Format(line.DueAt, line.Talk.Zone, line.Talk.Id.Value, line.Step, line.Channel, line.Word);

    private static string Format(Instant? dueAt, DateTimeZone zone, string subject, Step step, Channel channel, string word)
    {
        var utc = dueAt?.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-";
        var local = dueAt?.InZone(zone).ToString("ddd uuuu-MM-dd HH:mm z", CultureInfo.InvariantCulture) ?? "-";
        return $"{utc,-20}  {local,-32}  {subject,-20}  {step.Id,-12}  {channel.FaceName,-24}  {word}";
    }
}
