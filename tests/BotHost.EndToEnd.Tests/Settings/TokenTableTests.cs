using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;
using Microsoft.Extensions.Logging;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>None, one or both tokens, good or bad, with channels on none, one or both platforms.</summary>
public sealed class TokenTableTests(TokenTableTests.Plays plays) : IClassFixture<TokenTableTests.Plays>
{
    private const string NoToken =
        "There is no token: set Discord__Token (or Discord__TokenFile), Telegram__Token (or Telegram__TokenFile), or both; `bothost sandbox` needs none.";

    public static TheoryData<string> Rows => [.. TokenRow.All.Select(row => row.Name)];

    [Fact]
    public void The_table_has_every_combination_once() => Assert.Equal(3 * 3 * 4, TokenRow.All.Select(row => row.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Tokens_and_channels_lead_to_what_the_table_says(string name)
    {
        var row = TokenRow.All.Single(row => row.Name == name);

        var story = await plays.Of(row).WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(row.Stays, story.Lived);
        Assert.Equal(row.Stays ? 0 : int.Parse(row.Ends, System.Globalization.CultureInfo.InvariantCulture), story.ExitCode);
        Assert.Equal(Posts(row), PostsIn(story));
        AssertAnswers(row, story);
        AssertHeld(row, story);
        AssertSaid(row, story);
        AssertRequests(row.Discord, "discord", story);
        AssertRequests(row.Telegram, "telegram", story);
    }

    private static List<string> Posts(TokenRow row) =>
    [
        .. row.Posts.Contains('D', StringComparison.Ordinal) ? [$"asian-talk-176 announce discord:{Sample.DiscordChannel}"] : (string[])[],
        .. row.Posts.Contains('T', StringComparison.Ordinal) ? [$"asian-talk-176 announce telegram:{Sample.TelegramChat}", Sample.PosterOnTelegram] : (string[])[],
    ];

    private static IEnumerable<string> PostsIn(TokenStory story) =>
        story.Record
            .Where(entry => entry.Kind == RecordKinds.MessageCreated && entry.ChatId is Sample.DiscordChannel or Sample.TelegramChat)
            .Select(Sample.NameOf)
            .Order(StringComparer.Ordinal);

    private static void AssertAnswers(TokenRow row, TokenStory story)
    {
        var answers = story.Record.Where(entry =>
            entry.Kind is RecordKinds.InteractionReply or RecordKinds.InteractionEdited
            || (entry.Kind == RecordKinds.MessageCreated && entry.ChatId is not (Sample.DiscordChannel or Sample.TelegramChat))).ToList();
        Assert.Equal(row.Answers, Letters(answers));
        Assert.All(row.Answers.Where(char.IsLetter), letter => Assert.Contains(
            answers, answer => Letters([answer]) == letter.ToString() && answer.Text!.Contains("Chinese Immigration and Its Discontents", StringComparison.Ordinal)));
        Assert.Equal(row.Stays && !row.Answers.Contains('D', StringComparison.Ordinal), story.RefusalOfDiscord is not null);
    }

    private static string Letters(IEnumerable<RecordEntry> entries) =>
        string.Concat(entries.Select(entry => entry.Platform == "discord" ? 'D' : 'T').Distinct().Order().DefaultIfEmpty('-'));

    private static void AssertHeld(TokenRow row, TokenStory story)
    {
        if (row.Held == "-")
        {
            Assert.DoesNotContain("held", story.Preview, StringComparison.Ordinal);
            return;
        }

        // One of the platforms escapes underscores with a stroke, lest they set the text in italics.
        Assert.Contains(TokenRow.HeldWords[row.Held], story.Preview.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static void AssertSaid(TokenRow row, TokenStory story)
    {
        // What check would warn of is told at the start, too, and is not the point here.
        var problems = story.Problems.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains(": warning: ", StringComparison.Ordinal));
        Assert.Equal(row is { Discord: "no", Telegram: "no" } ? [NoToken] : [], problems);
        var expected = row.Said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(key => key != "-").Select(key => TokenRow.Sentences[key]).ToList();
        var quietest = row.Stays ? LogLevel.Warning : LogLevel.Error;

        // On a slow machine a post may meet the refusal before the connection does, and comes back unsent.
        var said = story.Log.Where(line => line.Level >= quietest && line.Event != "PostCameBack").Select(line => line.Text).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), said.Select(line => expected.Find(line.StartsWith) ?? line).Order(StringComparer.Ordinal));
    }

    // Without a token nothing is asked at all; a refused one is not tried again and again. What time it is, Discord tells everybody.
    private static void AssertRequests(string token, string platform, TokenStory story)
    {
        var requests = story.Of(platform, RecordKinds.Request).Count(entry => entry.Route != "GET /gateway");
        var refused = story.Of(platform, RecordKinds.Refused).ToList();
        switch (token)
        {
            case "no":
                Assert.Equal(0, requests);
                break;
            case "bad":
                Assert.InRange(requests, 1, 3);
                Assert.Equal(requests, refused.Count);
                Assert.All(refused, entry => Assert.Equal(401, entry.Status));
                break;
            default:
                Assert.DoesNotContain(refused, entry => entry.Status == 401);
                break;
        }
    }

    /// <summary>Plays all rows, a few at a time: most of each is waiting for an instant to come.</summary>
    public sealed class Plays : IAsyncLifetime
    {
        private const int AtOnce = 6;

        private readonly SemaphoreSlim _stages = new(AtOnce);
        private readonly CancellationTokenSource _end = new();
        private readonly Dictionary<TokenRow, Task<TokenStory>> _stories = [];

        internal Task<TokenStory> Of(TokenRow row) => _stories[row];

        public ValueTask InitializeAsync()
        {
            foreach (var row in TokenRow.All)
            {
                _stories[row] = Task.Run(() => PlayAsync(row, _end.Token));
            }

            return ValueTask.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await Task.WhenAll(_stories.Values).ContinueWith(_ => { }, TaskScheduler.Default);
            _end.Dispose();
            _stages.Dispose();
        }

        private async Task<TokenStory> PlayAsync(TokenRow row, CancellationToken cancellationToken)
        {
            await _stages.WaitAsync(cancellationToken);
            try
            {
                await using var stage = await TokenStage.StartAsync(row, cancellationToken);
                using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                deadline.CancelAfter(Deadlines.Patience);
                return await stage.PlayAsync(deadline.Token);
            }
            finally
            {
                _stages.Release();
            }
        }
    }
}
