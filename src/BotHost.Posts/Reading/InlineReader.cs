using System.Collections.Immutable;
using BotHost.Announcements.Texts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Inline = BotHost.Announcements.Texts.Inline;

namespace BotHost.Posts.Reading;

/// <summary>Turns the runs of one of Markdig's leaf blocks into ours.</summary>
/// <param name="slots">What stands in the place of marks.</param>
/// <param name="dropped">Takes the links that lead nowhere; null: nobody wants to know.</param>
internal sealed class InlineReader(Slots slots, DroppedLinks? dropped = null)
{
    private const int MaxDepth = 10;

    public ImmutableArray<Inline> Read(ContainerInline container) => Read(container, 0, insideLink: false);

    private ImmutableArray<Inline> Read(ContainerInline container, int depth, bool insideLink)
    {
        var run = new InlineRun();
        AppendAll(run, container, depth, insideLink);
        return run.ToImmutable();
    }

    private void AppendAll(InlineRun run, ContainerInline container, int depth, bool insideLink)
    {
        if (depth > MaxDepth)
        {
            AppendWords(run, container);
            return;
        }

        foreach (var child in container)
        {
            Append(run, child, depth, insideLink);
        }
    }

    private void Append(InlineRun run, Markdig.Syntax.Inlines.Inline inline, int depth, bool insideLink)
    {
        switch (inline)
        {
            case LiteralInline literal:
                run.Text(literal.Content.ToString());
                break;
            case LineBreakInline { IsHard: true }:
                run.Add(new Inline.LineBreak());
                break;
            case LineBreakInline:
                run.SoftBreak();
                break;
            case CodeInline code:
                run.Add(new Inline.Code(CleanText.Line(code.Content)));
                break;
            case HtmlEntityInline entity:
                run.Text(entity.Transcoded.ToString());
                break;
            case HtmlInline html:
                run.Text(html.Tag);
                break;
            case AutolinkInline autolink:
                AppendLink(run, autolink, autolink.IsEmail ? $"mailto:{autolink.Url}" : autolink.Url, [new Inline.Text(CleanText.Line(autolink.Url))], insideLink);
                break;
            case LinkInline link:
                AppendLink(run, link, link.GetDynamicUrl?.Invoke() ?? link.Url, Read(link, depth + 1, insideLink: true), insideLink);
                break;
            case EmphasisInline emphasis:
                AppendStyled(run, StyleOf(emphasis), Read(emphasis, depth + 1, insideLink));
                break;
            case DelimiterInline delimiter:
                run.Text(delimiter.ToLiteral());
                AppendAll(run, delimiter, depth + 1, insideLink);
                break;
            case ContainerInline container:
                AppendAll(run, container, depth + 1, insideLink);
                break;
        }
    }

    private void AppendLink(InlineRun run, Markdig.Syntax.Inlines.Inline link, string? target, ImmutableArray<Inline> words, bool insideLink)
    {
        if (!SafeUrl.TryRead(target, out var url))
        {
            // An address that may not be followed is not shown either.
            dropped?.Add(link.Span.Start, target ?? "");
            run.AddRange(words);
            return;
        }

        if (insideLink)
        {
            // Links do not nest.
            run.AddRange(words);
            return;
        }

        run.Add(new Inline.Link(url, words.IsEmpty ? [new Inline.Text(CleanText.Line(url.OriginalString))] : slots.Fill(words, areLine: false)));
    }

    private void AppendStyled(InlineRun run, TextStyle style, ImmutableArray<Inline> content)
    {
        if (!content.IsEmpty)
        {
            run.Add(new Inline.Styled(style, slots.Fill(content, areLine: false)));
        }
    }

    private static TextStyle StyleOf(EmphasisInline emphasis) => emphasis switch
    {
        { DelimiterChar: '~' } => TextStyle.Strikethrough,
        { DelimiterCount: >= 2 } => TextStyle.Strong,
        _ => TextStyle.Emphasis,
    };

    /// <summary>What nests too deeply keeps its words and loses its marks; Markdig walks it without recursion.</summary>
    private static void AppendWords(InlineRun run, ContainerInline container)
    {
        foreach (var inline in container.Descendants())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    run.Text(literal.Content.ToString());
                    break;
                case LineBreakInline:
                    run.SoftBreak();
                    break;
                case CodeInline code:
                    run.Text(code.Content);
                    break;
                case HtmlEntityInline entity:
                    run.Text(entity.Transcoded.ToString());
                    break;
                case AutolinkInline autolink:
                    run.Text(autolink.Url);
                    break;
                case DelimiterInline delimiter:
                    run.Text(delimiter.ToLiteral());
                    break;
            }
        }
    }
}
