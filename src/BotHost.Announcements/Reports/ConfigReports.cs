using System.Collections.Immutable;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Reports;

/// <summary>Tells the moderators of the config, each edit once, because what was told stands in the ledger.</summary>
internal sealed class ConfigReports(LedgerIndex index, ReportRoute route) : IConfigReports
{
    /// <summary>The ledger's subject of these reports.</summary>
    public const string Subject = "config";

    public const string Rejected = "config-rejected";

    public const string Mended = "config-mended";

    private const int MostFindings = 10;

    // Ten of these, with the words around them, are one message on every platform.
    private const int LongestFinding = 300;

    private const string RejectedTitle = "The edited config is not in force";

    private const string MendedTitle = "The config is right again";

    public async Task<bool> TellRejectedAsync(string occasion, IReadOnlyList<Finding> errors, CancellationToken cancellationToken)
    {
        var line = $"the edited config is not in force: {(errors.Count == 0 ? "it has errors" : Shorten(errors[0].ToString()))}";
        var report = new Report(Subject, Rejected, occasion, line, _ => Task.FromResult(ComposeRejected(errors)));
        return (await route.TellAsync(report, cancellationToken)).IsSettled;
    }

    /// <summary>Whoever heard of the mistake hears this, in the same place.</summary>
    public async Task<bool> TellMendedAsync(CancellationToken cancellationToken)
    {
        var settled = true;
        // An unknown outcome may have been read all the same.
        var told = index.Rows
            .Where(row => row.Key is { Kind: DeliveryKind.Report, Subject: Subject, Step: Rejected } && row.State is DeliveryState.Sent or DeliveryState.Unknown)
            .GroupBy(row => row.Key.Target)
            .Select(rows => rows.MaxBy(row => row.Id)!.Key)
            .ToList();
        foreach (var key in told)
        {
            var report = new Report(Subject, Mended, key.Occasion, MendedTitle, _ => Task.FromResult(ComposeMended()));
            settled &= await route.TellThereAsync(report, key.Address, cancellationToken) is Reach.Told or Reach.Refused;
        }

        return settled;
    }

    private static Post ComposeRejected(IReadOnlyList<Finding> errors)
    {
        var shown = errors.Take(MostFindings).Select(error => Paragraph(Shorten(error.ToString())));
        var more = errors.Count > MostFindings ? [Paragraph($"… and {errors.Count - MostFindings} more.")] : ImmutableArray<Block>.Empty;
        return new Post
        {
            Lead = [new Inline.Text(RejectedTitle)],
            Body = new RichText(
            [
                new Block.Heading(1, [new Inline.Text(RejectedTitle)]),
                Paragraph("The files have errors, so the bot goes on with the last config that was right. Mended files are taken by themselves."),
                .. shown,
                .. more,
            ]),
        };
    }

    private static Post ComposeMended() => new()
    {
        Lead = [new Inline.Text(MendedTitle)],
        Body = RichText.Of(
            new Block.Heading(1, [new Inline.Text(MendedTitle)]),
            Paragraph("The bot goes by the files again.")),
    };

    private static Block.Paragraph Paragraph(string text) => new([new Inline.Text(text)]);

    private static string Shorten(string text)
    {
        if (text.Length <= LongestFinding)
        {
            return text;
        }

        // Not between the halves of one character.
        var end = char.IsHighSurrogate(text[LongestFinding - 2]) ? LongestFinding - 2 : LongestFinding - 1;
        return $"{text[..end]}…";
    }
}
