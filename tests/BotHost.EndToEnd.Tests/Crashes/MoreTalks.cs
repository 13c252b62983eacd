using System.Globalization;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>Five talks beside the sample's two, so that there is enough to kill at, and what all of them must lead to.</summary>
internal static class MoreTalks
{
    private static readonly (string Id, string Number, string Title, string Start)[] Added =
    [
        ("asian-talk-201", "201", "Rivers and Roads", "2027-03-10 19:00"),
        ("asian-talk-202", "202", "The Weight of Paper", "2027-04-07 19:00"),
        ("asian-talk-203", "203", "Salt", "2027-05-05 19:00"),
        ("asian-talk-204", "204", "Letters Home", "2027-06-02 19:00"),
        ("asian-talk-205", "205", "A City of Stairs", "2027-06-30 19:00"),
    ];

    // All of them start at 19:00 and are reminded of at 10:00 on the day before: 33 hours.
    private static readonly (string Step, string Discord, string Telegram)[] Steps =
    [
        ("announce", "Asian Talk {0}: {1} · ", "【New Event】\nAsian Talk {0}\n{1}\n"),
        ("week-before", "In 7 days: Asian Talk {0}: {1} · ", "Asian Talk {0} starts in 7 days.\n{1}\n"),
        ("day-before", "In 33 hours: Asian Talk {0}: {1} · ", "Asian Talk {0} starts in 33 hours.\n{1}\n"),
        ("hour-before", "In 1 hour: Asian Talk {0}: {1} · ", "Asian Talk {0} starts in 1 hour.\n{1}\n"),
        ("starting", "Starting now: Asian Talk {0}: {1} · ", "Asian Talk {0} is starting now.\n{1}\n"),
        ("thanks", "Thank you for joining Asian Talk {0}: {1} · ", "Asian Talk {0} is over.\n{1}\n"),
    ];

    /// <summary>Talk, step and channel of every post that must be there once.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        .. Sample.Posts.Select(post => $"{post.Talk} {post.Step}")
            .Concat(Added.SelectMany(talk => Steps.Select(step => $"{talk.Id} {step.Step}")))
            .SelectMany(post => new[] { $"{post} discord:{Sample.DiscordChannel}", $"{post} telegram:{Sample.TelegramChat}" }),
    ];

    public static void AddTo(string configDirectory)
    {
        foreach (var (id, number, title, start) in Added)
        {
            File.WriteAllText(Path.Combine(configDirectory, "talks", $"{id}.yaml"), string.Create(CultureInfo.InvariantCulture, $"""
                id: {id}
                series: asian-talk
                number: {number}
                title: {title}
                summary: A talk of the tests.
                start: {start}
                status: confirmed

                """));
        }
    }

    public static string NameOf(RecordEntry message)
    {
        var found =
            from talk in Added
            from step in Steps
            let opening = (message.Platform == "discord" ? step.Discord : step.Telegram)
                .Replace("{0}", talk.Number, StringComparison.Ordinal).Replace("{1}", talk.Title, StringComparison.Ordinal)
            where message.Text!.StartsWith(opening, StringComparison.Ordinal)
            select $"{talk.Id} {step.Step} {message.Platform}:{message.ChatId}";
        return found.SingleOrDefault() ?? Sample.NameOf(message);
    }
}
