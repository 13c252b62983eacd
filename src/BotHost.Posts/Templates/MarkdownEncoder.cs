using System.Text;
using HandlebarsDotNet;

namespace BotHost.Posts.Templates;

/// <summary>Writes a value so that Markdown reads it back as exactly its own characters.</summary>
/// <remarks>Any ASCII punctuation may stand behind a backslash in CommonMark, and no other character is markup.</remarks>
internal sealed class MarkdownEncoder : ITextEncoder
{
    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target)
    {
        foreach (var character in text ?? "")
        {
            Write(character, target);
        }
    }

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text is not null && text.MoveNext())
        {
            Write(text.Current, target);
        }
    }

    private static void Write(char character, TextWriter target)
    {
        if (character is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~'))
        {
            target.Write('\\');
        }

        target.Write(character);
    }
}
