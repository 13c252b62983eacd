using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;
using HandlebarsDotNet;

namespace BotHost.Posts.Templates;

/// <summary>Writes every post once, with everything there is and with next to nothing, and looks at what readers would get.</summary>
internal sealed class TemplateTrial
{
    /// <summary>Unpaired ones cost the square of their number.</summary>
    private const int MaxMarks = 2_000;

    private static readonly (bool IsFull, bool Flags)[] Cases = [(true, false), (true, true), (false, false)];

    private readonly TemplateSource _post;
    private readonly PostPieces _pieces;
    private readonly IReadOnlyList<TemplateSource> _own;
    private readonly List<Finding> _findings = [];

    private TemplateTrial(TemplateSource post, IReadOnlyDictionary<string, TemplateSource> sources)
    {
        _post = post;
        _pieces = PostPieces.Of(post, sources);
        _own = [.. PartCalls.Of(post, sources).Append(_pieces.Second.Source).Where(source => source.Own is not null)];
    }

    /// <param name="set">The templates of one language.</param>
    /// <param name="sources">What they were made of, by name.</param>
    public static IReadOnlyList<Finding> Of(TemplateSet set, IReadOnlyDictionary<string, TemplateSource> sources) =>
    [
        .. LabelOf(set, sources[TemplateSource.JoinLabel]),
        .. Enum.GetValues<StepKind>().SelectMany(kind => new TemplateTrial(sources[TemplateSource.NameOf(kind)], sources).Run(set.For(kind))),
    ];

    private static IEnumerable<Finding> LabelOf(TemplateSet set, TemplateSource source)
    {
        if (source.Own is not null && (set.JoinLabel.Length is 0 or > 40 || set.JoinLabel.AsSpan().ContainsAny('\n', '{', '}')))
        {
            yield return new Finding(
                Severity.Error, source.At(0), TemplateCheck.Rule, "this is to be the words on a button", "write one line of at most 40 characters, without tags");
        }
    }

    private List<Finding> Run(PostTemplate template)
    {
        // What is built in was tried by whoever built it.
        foreach (var (isFull, flags) in _own.Count == 0 ? [] : Cases)
        {
            var words = isFull ? "" : " for a talk of which no more than the title is known";
            Try(isFull, flags, template.Lead, _pieces.Lead, text => IsLine(text) ? null : ($"the lead says nothing{words}", "write a line of plain words above the first ---, without # before it"));
            Try(isFull, flags, template.Body, _pieces.Body, text => text.Blocks.Length > 0 ? null : ($"the body says nothing{words}", "write it below the first ---"));
            Try(isFull, flags, template.Second, _pieces.Second, _ => null);
        }

        return _findings;
    }

    private void Try(
        bool isFull, bool flags, Func<IReadOnlyDictionary<string, object?>, string> write, TemplatePiece piece, Func<RichText, (string Text, string Remedy)?> judge)
    {
        var slots = new Slots();
        var model = new TrialModel(slots, isFull, flags);
        try
        {
            var markdown = write(model.Of(TemplateScope.Of(_post)));
            if (markdown.AsSpan().CountAny(MarkdigReader.Marks) > MaxMarks)
            {
                Add(piece, $"there are more than {MaxMarks} characters that may be markup", "leave most of them out");
                return;
            }

            var text = MarkdigReader.Parse(markdown, slots);
            if (judge(text) is { } verdict)
            {
                Add(piece, verdict.Text, verdict.Remedy);
            }

            foreach (var name in model.ShownEscaped(PlainText.Of(text, TemplateLibrary.Fallback)))
            {
                Add(PlaceOf(name), $"'{name}' stands in code or in an address, where readers would see backslashes in it", "take away the backticks, the indent or the angle brackets around it");
            }
        }
        catch (Exception exception) when (exception is HandlebarsException or ArgumentException)
        {
            // Markdig's one refusal is an argument: elements that nest deeper than any reader would follow.
            Add(piece, "this cannot be written or read", exception is HandlebarsException ? exception.Message.ReplaceLineEndings(" ") : "quotes and lists stand in each other too deep");
        }
    }

    private static bool IsLine(RichText text) =>
        text.Blocks.OfType<Block.Paragraph>().Any(paragraph => !string.IsNullOrWhiteSpace(PlainText.Of(RichText.Of(paragraph), TemplateLibrary.Fallback)));

    private void Add(TemplatePiece piece, string text, string remedy) =>
        Add(piece.Source.Own is null ? _own[0].At(0) : piece.Source.At(Math.Min(piece.Start, piece.Source.Text.Length)), text, remedy);

    private void Add(SourceSpan where, string text, string remedy) => _findings.Add(new Finding(Severity.Error, where, TemplateCheck.Rule, text, remedy));

    private SourceSpan PlaceOf(string name) => _own
        .SelectMany(source => TemplateMarks.In(source.Text).Where(mark => mark.Kind is TemplateMarkKind.Tag && mark.Words == name).Select(mark => source.At(mark.Index)))
        .FirstOrDefault() ?? _own[0].At(0);
}
