using System.Text;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>Follows what was said through what is shown, every way that the pieces allow at once.</summary>
internal static class Comparison
{
    /// <summary>Stands between two messages: a blank, or nothing where a word was too long for one.</summary>
    public const char Seam = '\uE000';

    // Inside an address these may stand coded, so that nothing ends it early.
    private static readonly Dictionary<char, string> Coded = new()
    {
        ['*'] = "%2A", ['~'] = "%7E", ['|'] = "%7C", ['`'] = "%60", ['@'] = "%40", ['('] = "%28", [')'] = "%29",
    };

    /// <summary>Null where all of it is shown in order and nothing else; else where the two part.</summary>
    public static string? Difference(IEnumerable<Piece> said, string shown) => Parting(said, shown)?.Words;

    /// <summary>As above, and how far into what is shown the two agree.</summary>
    public static (int At, string Words)? Parting(IEnumerable<Piece> said, string shown)
    {
        var text = Visible.Normal(shown).Replace($" {Seam}", $"{Seam}", StringComparison.Ordinal).Replace($"{Seam} ", $"{Seam}", StringComparison.Ordinal);
        var states = new HashSet<State> { new(0, InAddress: false) };
        var told = new StringBuilder();
        foreach (var piece in said)
        {
            var next = piece.Ways.SelectMany(way => states.SelectMany(state => Follow(text, state, way))).ToHashSet();
            if (next.Count == 0)
            {
                var at = states.Max(state => state.At);
                return (at, $"said «{Tail(told.ToString())}» then «{string.Join("» or «", piece.Ways.Select(Escaped.Of))}»,\n" +
                    $"shown «{Tail(text[..at])}» then «{Escaped.Of(Head(text[at..]))}»");
            }

            states = next;
            told.Append(piece.Ways[0]);
        }

        var end = states.Max(state => state.At);
        return states.Any(state => text[state.At..].Trim(' ').Length == 0)
            ? null
            : (end, $"all is said after «{Tail(told.ToString())}», yet more is shown: «{Escaped.Of(Head(text[end..]))}»");
    }

    private static List<State> Follow(string shown, State start, string way)
    {
        List<State> states = [start];
        foreach (var rune in way.EnumerateRunes().Where(rune => Visible.IsBlank(rune) || !Visible.IsDropped(rune)))
        {
            var isBlank = Visible.IsBlank(rune);
            states = [.. states.SelectMany(state => isBlank ? Blank(shown, state) : Step(shown, state, rune)).Distinct()];
            if (states.Count == 0)
            {
                break;
            }
        }

        return states;
    }

    private static IEnumerable<State> Blank(string shown, State state)
    {
        if (state.At < shown.Length && (shown[state.At] is ' ' or Seam))
        {
            yield return new State(state.At + 1, false);
        }
        else if (state.At == 0 || state.At == shown.Length || shown[state.At - 1] is ' ' or Seam)
        {
            yield return state with { InAddress = false };
        }
    }

    private static IEnumerable<State> Step(string shown, State state, Rune rune)
    {
        var at = state.At;
        if (at < shown.Length && shown[at] == Seam)
        {
            at++;
        }

        if (state.InAddress && at < shown.Length && shown[at] == ' ')
        {
            // A blank may part an address from what would be read as its end.
            at++;
        }

        if (at < shown.Length && Rune.TryGetRuneAt(shown, at, out var found) && found == rune)
        {
            var isAddress = state.InAddress || (rune.Value == '/' && at >= 2 && shown.AsSpan(at - 2, 3).SequenceEqual("://"));
            yield return new State(at + found.Utf16SequenceLength, isAddress);
        }
        else if (state.InAddress && rune.IsAscii && Coded.TryGetValue((char)rune.Value, out var code)
            && string.CompareOrdinal(shown, state.At, code, 0, code.Length) == 0)
        {
            yield return new State(state.At + code.Length, true);
        }
    }

    private static string Head(string text) => text.Length <= 60 ? text : text[..60];

    private static string Tail(string text) => Escaped.Of(text.Length <= 40 ? text : text[^40..]);

    private readonly record struct State(int At, bool InAddress);
}
