using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Delivery;

/// <summary>A post tells as much as there is room for, and goes out in several messages only where nothing else helps.</summary>
public sealed class FitLadderTests
{
    private static readonly Talk Told = new TalkBuilder().With(talk => talk with
    {
        Summary = new RichText([.. "One. Two. Three.|Four.|Five.|Six.".Split('|').Select(words => new Block.Paragraph([new Inline.Text(words)]))]),
    }).Build();

    // What each detail measures: the rung's letter (F, B for short bios, N for names, S for the summary's passages, A for facts alone), passages, + where it may split.
    [Theory]
    [InlineData("F0:9", 9, "F0")]
    [InlineData("F0:10 B0:9", 9, "B0")]
    [InlineData("F0:99 B0:99 N0:9", 9, "N0")]
    [InlineData("F0:99 B0:99 N0:10 S5:9 S4:8 S3:7", 9, "S5")]
    [InlineData("F0:99 B0:99 N0:99 S5:12 S4:10 S3:9 S2:8 S1:7", 9, "S3")]
    [InlineData("F0:99 B0:99 N0:99 S5:99 S4:99 S3:99 S2:99 S1:9", 9, "S1")]
    [InlineData("F0:99 B0:99 N0:99 S5:99 S4:99 S3:99 S2:99 S1:10 A0:9", 9, "A0")]
    [InlineData("F0:99 B0:99 N0:99 S5:99 S4:99 S3:99 S2:99 S1:99 A0:99 N0+:90", 9, "N0+ in 10")]
    [InlineData("F0:99 B0:99 N0:99 S5:99 S4:99 S3:99 S2:99 S1:99 A0:99 N0+:91 S5+:91 S4+:91 S3+:50", 9, "S3+ in 6")]
    [InlineData("F0:99 B0:99 N0:99 S5:99 S4:99 S3:99 S2:99 S1:99 A0:99 N0+:99 S5+:99 S4+:99 S3+:99 S2+:99 S1+:91 A0+:20", 9, "A0+ in 3")]
    [InlineData("F0:99 B0:99 N0:99 S5:99 S4:99 S3:99 S2:99 S1:99 A0:99 N0+:99 S5+:99 S4+:99 S3+:99 S2+:99 S1+:99 A0+:91", 9, "messages is 11, 10 are allowed")]
    public void The_first_rung_that_fits_is_told(string lengths, int room, string expected)
    {
        var platform = new Scales(lengths, room);

        var (post, result, _) = Ladder().Fit(platform, Catalogue, Told, Step, Channel, Instant.MinValue);

        Assert.Equal(expected, result.Refusal ?? (result is RenderResult.Fits { Payloads.Length: > 1 and var count } ? $"{Name(post)} in {count}" : Name(post)));
    }

    [Theory]
    [InlineData("F0:9", 1, "F0")]
    [InlineData("F0:10 B0:10 N0:10 S5:10 S4:9 S3:8", 1, "S4")]
    [InlineData("F0:9 B0:9 N0:9 S5:9 S4:9 S3:9 S2:9 S1:9 A0:9 N0+:18", 2, "N0+")]
    [InlineData("F0:9 B0:9 N0:9 S5:9 S4:9 S3:9 S2:9 S1:9 A0:9 N0+:9 S5+:9 S4+:9 S3+:9 S2+:9 S1+:9 A0+:9", 2, null)]
    public void A_correction_keeps_the_number_of_messages(string lengths, int messages, string? expected)
    {
        var payloads = Ladder().ClimbTo([.. Enumerable.Repeat("{}", messages)], new Scales(lengths, 9), Catalogue, Told, Step, Channel, Instant.MinValue);

        Assert.Equal(expected, payloads?[0]);
    }

    private static readonly Step Step = new(new StepId("announce"), StepKind.Announcement, new StepTime.DaysBefore(21, new LocalTime(10, 0)));

    private static Channel Channel => CatalogueBuilder.DiscordChannel;

    private static TalkCatalogue Catalogue => new CatalogueBuilder().With(Told).Build();

    private static FitLadder Ladder() => new(new NamingComposer());

    private static string Name(Post post) => ((Inline.Text)post.Lead[0]).Value;

    /// <summary>Writes the detail into the post, for the platform to read.</summary>
    private sealed class NamingComposer : IPostComposer
    {
        public Post Compose(TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Instant now, PostDetail detail)
        {
            var passages = detail.Leading is Rung.ShortSummary ? detail.Passages : 0;
            return new Post { Lead = [new Inline.Text($"{"FBNSA"[(int)detail.Leading]}{passages}{(detail.MaySplit ? "+" : "")}")], Body = RichText.Empty, MaySplit = detail.MaySplit };
        }

        public Post ComposeDigest(TalkCatalogue catalogue, Series series, IReadOnlyList<PublicTalk> talks, int more, Channel channel, bool mentions) => throw new NotSupportedException();
    }

    /// <summary>Weighs posts by a table; what may be split takes as many messages as it needs.</summary>
    private sealed class Scales(string lengths, int room) : IChatPlatform
    {
        private readonly Dictionary<string, int> _lengths = lengths.Split(' ').Select(entry => entry.Split(':')).ToDictionary(entry => entry[0], entry => int.Parse(entry[1], System.Globalization.CultureInfo.InvariantCulture));

        public event Action? StateChanged
        {
            add { }
            remove { }
        }

        public event Action? RightsChanged
        {
            add { }
            remove { }
        }

        public PlatformId Id => CatalogueBuilder.Discord;

        public PlatformAbilities Abilities => new(null, PrivateReplies: false);

        public PlatformState State => new PlatformState.Usable();

        public RenderResult Render(Post post, Channel channel)
        {
            var length = _lengths[Name(post)];
            return length <= room || post.MaySplit
                ? new RenderResult.Fits([.. Enumerable.Repeat(Name(post), (length + room - 1) / room)])
                : new RenderResult.TooLong("text", length, room);
        }

        public ValueTask<Turn> WaitForTurnAsync(ChannelAddress target, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome> SendAsync(SendOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Outcome> EditAsync(EditOrder order, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Instant?> AskTimeAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> IsModeratorAsync(CommandAuthor author, CommandPlace place, ModeratorRules rules, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
