using BotHost.Announcements.Texts;

namespace BotHost.Discord.Rendering;

/// <summary>Ends styles around code that holds their marks: the platform looks for the end of a style first, in code as well.</summary>
internal static class CodeInStyles
{
    public static bool IsIn(Inline.Styled styled) => Holds(styled, styled.Style);

    /// <summary>The same words in the same order, the code between runs of the style.</summary>
    public static IEnumerable<Inline> Part(Inline.Styled styled) => Part(styled, styled.Style);

    private static bool Holds(Inline.Styled styled, TextStyle style)
    {
        foreach (var inline in styled.Content)
        {
            if (Ends(inline, style) || (inline is Inline.Styled inner && Holds(inner, style)))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Inline> Part(Inline.Styled styled, TextStyle style)
    {
        var run = new List<Inline>();
        foreach (var inline in styled.Content.SelectMany(inline => inline is Inline.Styled inner ? Part(inner, style) : [inline]))
        {
            if (!Ends(inline, style))
            {
                run.Add(inline);
                continue;
            }

            if (run.Count > 0)
            {
                yield return styled with { Content = [.. run] };
                run.Clear();
            }

            yield return inline;
        }

        if (run.Count > 0)
        {
            yield return styled with { Content = [.. run] };
        }
    }

    private static bool Ends(Inline inline, TextStyle style) => inline is Inline.Code code && CodeMarkdown.Span(code.Value) is var written && style switch
    {
        TextStyle.Strong => written.Contains("**", StringComparison.Ordinal),
        TextStyle.Strikethrough => written.Contains("~~", StringComparison.Ordinal),

        // It is written in two ways.
        _ => written.AsSpan().ContainsAny('_', '*'),
    };
}
