namespace BotHost.Announcements.Talks;

/// <summary>Where something stands in the files: path relative to the config folder, line and column counted from 1.</summary>
public sealed record SourceSpan(string File, int Line, int Column) : IComparable<SourceSpan>
{
    public static SourceSpan None { get; } = new("", 0, 0);

    public int CompareTo(SourceSpan? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byFile = string.CompareOrdinal(File, other.File);
        if (byFile != 0)
        {
            return byFile;
        }

        var byLine = Line.CompareTo(other.Line);
        return byLine != 0 ? byLine : Column.CompareTo(other.Column);
    }

    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
