using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Reads heading, series, number, title and subtitle from the lines before everything else.</summary>
internal sealed partial class HeadRecogniser(AnnouncementText text, IReadOnlyList<string> knownSeries)
{
    private const int LongestTitle = 200;
    private const int MostLines = 6;
    private const int LatestStart = 15;
    private const int LongestSubtitle = 140;

    private readonly Head _head = new();
    private readonly HashSet<int> _taken = [];
    private readonly bool _hasTitleLabel = text.Lines.Any(line => LabelRecogniser.Read(line.Whole) is { Kind: LabelKind.Title, Value.IsEmpty: false });

    /// <returns>The head, and the indices of the lines that it took.</returns>
    public static (Head Head, IReadOnlySet<int> Taken) Read(AnnouncementText text, IReadOnlyList<string> knownSeries)
    {
        var recogniser = new HeadRecogniser(text, knownSeries);
        recogniser.ReadAll();
        return (recogniser._head, recogniser._taken);
    }

    private void ReadAll()
    {
        var lastTaken = -1;
        var position = 0;
        for (var index = 0; index < text.Lines.Length && position < MostLines; index++)
        {
            var line = text.Lines[index];
            if (line.IsBlank)
            {
                continue;
            }

            var words = Clean(line.Whole);
            if (position == 0 && HeadingRecogniser.Take(_head, knownSeries, ref words))
            {
                _taken.Add(index);
                lastTaken = index;
                if (words.IsEmpty)
                {
                    continue;
                }
            }

            if (lastTaken < 0 && index < LatestStart && !StartsHere(line, words, index))
            {
                // A letter greets first; its announcement begins where the series is named.
                continue;
            }

            if (IsBody(line, words) || !Take(words, index, lastTaken, position))
            {
                return;
            }

            _taken.Add(index);
            lastTaken = index;
            position++;
        }
    }

    /// <summary>Whether the head begins with this line: with the first one, unless that is no title; then with a series and its number.</summary>
    private bool StartsHere(AnnouncementLine line, Piece words, int index)
    {
        var isFirst = text.Lines.Take(index).All(before => before.IsBlank);
        return isFirst
            ? !IsBody(line, words) || !HasSeriesBelow(index)
            : !IsBody(line, words) && IsNumbered(words, index);
    }

    private bool HasSeriesBelow(int index) =>
        Enumerable.Range(index + 1, Math.Max(0, Math.Min(LatestStart, text.Lines.Length) - index - 1))
            .Any(below => !text.Lines[below].IsBlank && Clean(text.Lines[below].Whole) is var words && !IsBody(text.Lines[below], words) && IsNumbered(words, below));

    private bool IsNumbered(Piece words, int index) =>
        SeriesRecogniser.Read(words, knownSeries, mayBeBare: false) is { Number: not null, Series.IsEmpty: false } series && IsPlausible(series, index);

    /// <summary>What has a place of its own, or is prose, ends the head.</summary>
    private static bool IsBody(AnnouncementLine line, Piece words) =>
        LabelRecogniser.Read(line.Whole) is not null
        || words.Length > LongestTitle
        || !Url.In(words.Plain).IsEmpty
        || PeopleRecogniser.Heading(words) is not null
        || WhenRecogniser.Read(words) is { IsNothing: false, HasMore: false }
        || words.Plain is [.., ',' or '、']
        || Sentences().IsMatch(words.Plain);

    private bool Take(Piece words, int index, int lastTaken, int position)
    {
        if (_head.Number is null && SeriesRecogniser.Read(words, knownSeries, mayBeBare: position < 2) is { } series
            && (series.Series.IsEmpty || _head.Series is null) && IsPlausible(series, index))
        {
            if (series.Series.IsEmpty && _head.Series is null && _head.Subtitle is null)
            {
                // A number in a line of its own counts the series that the line above names.
                (_head.Series, _head.Title) = (_head.Title, null);
            }

            _head.Series = series.Series.IsEmpty ? _head.Series : series.Series.Raw;
            _head.Number = series.Number;
            // What follows the number is a title, which has to stand in a file: only the words before it are understood here.
            _head.SeriesLine = series.Rest.IsEmpty ? words.Raw : words.Raw[..Math.Max(0, words.Plain.LastIndexOf(series.Rest.Plain, StringComparison.Ordinal))];
            TakeLineAbove(series.Rest, index, lastTaken);
            return TakeRest(series.Rest);
        }

        if (_hasTitleLabel)
        {
            _head.Series ??= position == 0 ? words.Raw : null;
            return position == 0;
        }

        if (_head.Title is null)
        {
            if (_head.Series is null && SeriesRecogniser.LooksLikeSeries(words.Plain) && NextIsTitle(index))
            {
                _head.Series = words.Raw;
                return true;
            }

            _head.Title = Title(words);
            return true;
        }

        var isAdjacent = lastTaken == index - 1;
        if (_head.Subtitle is null && words.Length <= LongestSubtitle && words.Plain is not [.., '.' or '。'] && WhenRecogniser.Read(words).Date is null && (isAdjacent || Opening().IsMatch(words.Plain)))
        {
            _head.Subtitle = Markup.Bare(words.Raw);
            return true;
        }

        return false;
    }

    /// <summary>What follows a series and its number in the same line: a title, or a date, which is left to others.</summary>
    private bool TakeRest(Piece rest)
    {
        if (!rest.IsEmpty && !_hasTitleLabel)
        {
            _head.Title ??= Title(rest);
        }
        else if (!rest.IsEmpty)
        {
            _head.Subtitle ??= Title(rest);
        }

        return true;
    }

    /// <summary>A line above the series was taken for the title; where one follows the series, it was a heading or stands beside the title.</summary>
    private void TakeLineAbove(Piece rest, int index, int lastTaken)
    {
        if (_head.Title is not { } above || lastTaken < 0)
        {
            return;
        }

        var isHeading = _head.Heading is null && HeadingRecogniser.LooksLikeHeading(text.Lines[lastTaken].Whole, above, isTitleBelow: !rest.IsEmpty);
        if (isHeading && (!rest.IsEmpty || NextIsTitle(index)))
        {
            (_head.Heading, _head.Title) = (above, null);
        }
        else if (!rest.IsEmpty && !_hasTitleLabel && _head.Subtitle is null)
        {
            (_head.Subtitle, _head.Title) = (above, null);
        }
    }

    /// <summary>A bare number at the end of a line is a number of the series only above a title, or where the config knows the series.</summary>
    private bool IsPlausible(SeriesNumber series, int index) =>
        (!series.Rest.IsEmpty && WhenRecogniser.Read(series.Rest) is { IsNothing: true })
        || (series.Rest.IsEmpty && (NextIsTitle(index) || _head.Title is not null || _hasTitleLabel || knownSeries.Any(name => PlainForm.Of(name).Equals(series.Series.Plain, StringComparison.OrdinalIgnoreCase))
            || SeriesRecogniser.LooksLikeSeries(series.Series.Plain)));

    private bool NextIsTitle(int index)
    {
        var next = text.Lines.Skip(index + 1).FirstOrDefault(line => !line.IsBlank);
        return next is not null && !IsBody(next, Clean(next.Whole));
    }

    private static Piece Clean(Piece line) => Unmarked(Decoration.Strip(line).Trim());

    /// <summary>Stars or low lines around the whole line are markup; at one end they are words.</summary>
    private static Piece Unmarked(Piece words) =>
        Marked().IsMatch(words.Plain) ? words.Trim("*_ ") : words;

    private static string Title(Piece words)
    {
        var match = Quoted().Match(words.Plain);
        return Markup.Bare((match.Success ? words[1..^1] : Unmarked(words)).Trim().Raw);
    }

    [GeneratedRegex(@"^""[^""]+""$|^「[^「」]+」$|^『[^『』]+』$|^《[^《》]+》$|^'[^']+'$|^«[^«»]+»$|^“[^“”]+”$")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(\*{1,3}|_{1,3})[^*_]+\1$")]
    private static partial Regex Marked();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}.*[.!?]$|[。！？].*[。]$|^.{90,}[.。]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"^(an?|with|by|mit|ein|eine|im gespräch|in conversation|con|avec|un|une)\s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();
}
