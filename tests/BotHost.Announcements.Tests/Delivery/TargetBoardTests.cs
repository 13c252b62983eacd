using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using Microsoft.Extensions.Logging.Abstractions;

namespace BotHost.Announcements.Tests.Delivery;

public sealed class TargetBoardTests
{
    private static readonly ChannelAddress News = new(CatalogueBuilder.Discord, "100");

    private readonly ManualTimeProvider _machine = new();
    private readonly TargetBoard _board;

    public TargetBoardTests() => _board = new TargetBoard(_machine, NullLogger<TargetBoard>.Instance);

    [Fact]
    public void A_target_that_refused_is_left_alone_for_a_day()
    {
        _board.SetAside(News, "no right to write");

        Assert.Equal("no right to write", _board.WhySetAside(News));
        _machine.Advance(TargetBoard.TriedAgainAfter - TimeSpan.FromSeconds(1));
        Assert.NotNull(_board.WhySetAside(News));
        _machine.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_board.WhySetAside(News));
    }

    [Fact]
    public void A_refusal_after_that_is_another_day()
    {
        _board.SetAside(News, "no right to write");
        _machine.Advance(TargetBoard.TriedAgainAfter);

        _board.SetAside(News, "no right to write");

        Assert.NotNull(_board.WhySetAside(News));
    }

    [Fact]
    public void What_may_have_mended_it_lets_it_be_tried_once()
    {
        _board.SetAside(News, "no right to write");

        _board.TryAll();

        Assert.Null(_board.WhySetAside(News));
        Assert.Equal([(News, "no right to write")], _board.All);
        _board.SetAside(News, "no right to write");
        Assert.NotNull(_board.WhySetAside(News));
    }

    [Fact]
    public void A_target_that_takes_a_post_is_back()
    {
        _board.SetAside(News, "no right to write");

        _board.TakeBack(News);

        Assert.Empty(_board.All);
        Assert.Null(_board.WhySetAside(News));
    }
}
