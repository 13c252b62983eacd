using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Recognising;

namespace BotHost.Configuration.Import.Texts;

/// <summary>A pasted announcement, line by line.</summary>
internal sealed partial record AnnouncementText(string Source, ImmutableArray<AnnouncementLine> Lines)
{
    /// <summary>Every sign that ends a line somewhere: a word processor's own ones, too.</summary>
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

    /// <summary>The lines that an e-mail puts above the announcement. They tell of the e-mail, not of the talk.</summary>
    public ImmutableArray<string> MailHeader { get; private init; } = [];

    /// <summary>What the e-mail is about, without the signs of an answer.</summary>
    public string? Subject { get; private init; }

    public static AnnouncementText Read(string text)
    {
        var lines = ImmutableArray.CreateBuilder<AnnouncementLine>();
        var number = 0;
        var raws = text.TrimStart('\uFEFF').Split(LineEnds, StringSplitOptions.None);
        var header = Texts.MailHeader.LinesOf(raws);
        foreach (var raw in raws)
        {
            number++;
            if (number <= header)
            {
                continue;
            }

            foreach (var part in LabelRecogniser.Part(Piece.Of(WideGap().Replace(raw.TrimEnd(), "  "))))
            {
                lines.Add(new AnnouncementLine(number, part));
            }
        }

        return new AnnouncementText(text, lines.ToImmutable())
        {
            MailHeader = [.. raws.Take(header).Select(line => line.Trim()).Where(line => line.Length > 0)],
            Subject = Texts.MailHeader.SubjectOf(raws.Take(header)),
        };
    }

    /// <summary>Space that no page shows; a mile of it would hold up whoever looks for words in it.</summary>
    [GeneratedRegex(@"\s{20,}")]
    private static partial Regex WideGap();
}
