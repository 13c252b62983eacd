using BotHost.Announcements.Commands;
using BotHost.Discord.Rendering;

namespace BotHost.Discord.Interactions;

/// <summary>Keeps completions inside the platform's limits: 25, names and values of 1 to 100 characters.</summary>
internal static class Choices
{
    private const int Most = 25;

    private const int Longest = 100;

    public static Choice[] From(IReadOnlyList<Suggestion> suggestions) =>
    [
        .. suggestions
            .Where(suggestion => suggestion.Value.Length > 0 && Measure.CodePoints(suggestion.Value) <= Longest)
            .Select(suggestion => new Choice(
                Measure.Shorten(string.IsNullOrWhiteSpace(suggestion.Label) ? suggestion.Value : suggestion.Label, Longest),
                suggestion.Value))
            .Take(Most),
    ];
}
