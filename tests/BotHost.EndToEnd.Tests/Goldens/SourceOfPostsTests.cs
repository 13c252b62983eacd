using System.Text.RegularExpressions;
using BotHost.Sandbox.Reading;

namespace BotHost.EndToEnd.Tests.Goldens;

/// <summary>What the files say is what readers of the posts get, judged by the platforms' own reading of each golden.</summary>
public sealed partial class SourceOfPostsTests
{
    private static readonly WrittenTalk Written = WrittenTalk.Read();

    public static TheoryData<string> Names => [.. GoldenCase.All.Select(golden => golden.Name)];

    public static TheoryData<string> WholeOnes => [.. GoldenCase.All.Where(golden => golden.IsWhole).Select(golden => golden.Name)];

    public static TheoryData<string> ShortOnes => [.. GoldenCase.All.Where(golden => !golden.IsWhole).Select(golden => golden.Name)];

    [Theory]
    [MemberData(nameof(WholeOnes))]
    public void An_announcement_tells_every_sentence_person_role_and_link_in_the_order_of_the_source(string name)
    {
        var messages = Messages(name, "announce");
        var shown = Words(messages);

        var at = 0;
        foreach (var words in Written.Everything.Select(Normal))
        {
            var found = shown.IndexOf(words, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{words}' is missing, or stands before what it follows in the source:\n{shown[at..]}");
            at = found + words.Length;
        }

        Assert.All(Written.Links, link => Assert.Contains(messages.SelectMany(message => message.Links), shownLink => shownLink.Target == link.Url));
    }

    [Theory]
    [MemberData(nameof(ShortOnes))]
    public void An_announcement_without_room_keeps_title_people_roles_and_links_and_cuts_no_sentence(string name)
    {
        var messages = Messages(name, "announce");
        var shown = Words(messages);

        Assert.All(Written.People.SelectMany(person => new[] { person.Name, person.Role }).Prepend(Written.Title), words => Assert.Contains(words, shown, StringComparison.Ordinal));
        Assert.All(Written.Links, link => Assert.Contains(messages.SelectMany(message => message.Links.Select(one => one.Target).Concat(message.Buttons.Select(one => one.Url))), target => target == link.Url));
        var told = Written.Summary.Select(Normal).TakeWhile(sentence => shown.Contains(sentence, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(told);
        Assert.DoesNotContain(Written.Summary.Skip(told.Count).Select(Normal), sentence => shown.Contains(sentence[..Math.Min(20, sentence.Length)], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_names_the_talk_and_its_moment_and_calls_nobody_but_whom_the_channel_names(string name)
    {
        foreach (var (step, payloads) in GoldenFile.Read(GoldenCase.All.Single(golden => golden.Name == name)))
        {
            var messages = payloads.Select(payload => Read(name, payload)).ToList();
            var shown = Words(messages);

            Assert.Contains(Written.Title, shown, StringComparison.Ordinal);
            if (step != "thanks")
            {
                // 19:00 on Wednesday, 20 January 2027 in Tokyo.
                Assert.Contains(messages.SelectMany(message => message.Times), time => time.UnixSeconds == 1_800_439_200);
            }

            Assert.Equal(step == "announce" && name.StartsWith("discord", StringComparison.Ordinal) ? ["role:940000000000000001"] : [], messages.SelectMany(message => message.Pings));
            Assert.All(messages.SelectMany(message => message.Commands), command => Assert.Fail($"{command} would call a bot"));
        }
    }

    private static List<ReadMessage> Messages(string name, string step) =>
        [.. GoldenFile.Read(GoldenCase.All.Single(golden => golden.Name == name))[step].Select(payload => Read(name, payload))];

    private static ReadMessage Read(string name, string payload) =>
        name.StartsWith("discord", StringComparison.Ordinal) ? DiscordReading.Read(payload) : TelegramReading.Read(payload);

    private static string Words(IEnumerable<ReadMessage> messages) => Normal(string.Join('\n', messages.Select(message => message.Text)));

    // What takes no room is there for the platform, not for readers.
    private static string Normal(string text) => Blanks().Replace(Unseen().Replace(text, ""), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("[\u200B\u2060\u2066-\u2069]")]
    private static partial Regex Unseen();
}
