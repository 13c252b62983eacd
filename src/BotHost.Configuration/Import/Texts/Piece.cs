namespace BotHost.Configuration.Import.Texts;

/// <summary>A part of a line: what is written, and beside it the plain form, of the same length.</summary>
internal readonly record struct Piece(string Raw, string Plain)
{
    public static Piece Of(string raw) => new(raw, PlainForm.Of(raw));

    public bool IsEmpty => string.IsNullOrWhiteSpace(Plain);

    public int Length => Raw.Length;

    public Piece this[Range range] => new(Raw[range], Plain[range]);

    public Piece Slice(int start, int length) => new(Raw.Substring(start, length), Plain.Substring(start, length));

    public Piece Trim() => Trim(" ");

    /// <summary>Takes characters off both ends, by their plain form.</summary>
    public Piece Trim(string characters) => TrimStart(characters).TrimEnd(characters);

    public Piece TrimStart(string characters)
    {
        var start = 0;
        while (start < Plain.Length && characters.Contains(Plain[start], StringComparison.Ordinal))
        {
            start++;
        }

        return this[start..];
    }

    public Piece TrimEnd(string characters)
    {
        var end = Plain.Length;
        while (end > 0 && characters.Contains(Plain[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        return this[..end];
    }
}
