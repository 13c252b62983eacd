using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Yaml;

/// <summary>Tells where in the file a character of a scalar stands, whatever the scalar's style.</summary>
/// <remarks>
/// YAML folds lines and resolves quotes, so a value and its source do not run in step; but its words stand in the file in the
/// same order. Each word is looked for behind the one before it, and only when somebody asks.
/// </remarks>
internal sealed class ScalarPlaces(string file, string source, int start, SourceSpan where, string value)
{
    private List<(int Index, int At)>? _words;

    public SourceSpan Find(int index)
    {
        if (value.Length == 0)
        {
            return where;
        }

        _words ??= Locate();
        var word = _words.FindLastIndex(entry => entry.Index <= index);
        return word < 0 ? where : Place(Math.Min(_words[word].At + index - _words[word].Index, source.Length));
    }

    private List<(int Index, int At)> Locate()
    {
        var words = new List<(int, int)>();
        var cursor = start;
        for (var index = 0; index < value.Length;)
        {
            if (char.IsWhiteSpace(value[index]))
            {
                index++;
                continue;
            }

            var end = index;
            while (end < value.Length && !char.IsWhiteSpace(value[end]))
            {
                end++;
            }

            // A word with an escape in it is not found as it is, and is placed by the word before.
            var at = source.AsSpan(cursor).IndexOf(value.AsSpan(index, end - index));
            if (at >= 0)
            {
                words.Add((index, cursor + at));
                cursor += at + end - index;
            }

            index = end;
        }

        return words;
    }

    private SourceSpan Place(int at)
    {
        var before = source.AsSpan(0, at);
        return new SourceSpan(file, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
