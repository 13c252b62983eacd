using System.Globalization;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Tests.Rig;

/// <summary>Outcomes as tables write them: the kind, then a receipt, a scope with some words of the remedy, or the seconds of a wait.</summary>
internal static class OutcomeWords
{
    public static void AssertIs(string expected, Outcome outcome, string sentence)
    {
        var actual = outcome switch
        {
            Outcome.Sent sent => $"Sent {sent.Receipt}",
            Outcome.Rejected rejected => $"Rejected {rejected.Scope} {rejected.Remedy}",
            Outcome.Deferred deferred => $"Deferred {deferred.After.TotalSeconds.ToString(CultureInfo.InvariantCulture)}",
            _ => outcome.GetType().Name,
        };
        var fits = outcome is Outcome.Rejected ? expected.Split(' ', 3).All(word => actual.Contains(word, StringComparison.OrdinalIgnoreCase)) : expected == actual.TrimEnd();
        Assert.True(fits, $"{sentence}: expected {expected}, got {actual}");
    }
}
