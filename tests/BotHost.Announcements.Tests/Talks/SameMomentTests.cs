using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Tests.Talks;

/// <summary>Which occasions of the ledger's keys are one moment under two zones.</summary>
public sealed class SameMomentTests
{
    [Theory]
    [InlineData("two names of one zone", "2027-01-20T19:00[Asia/Tokyo]", "2027-01-20T19:00[Japan]", true)]
    [InlineData("two zones on one clock", "2027-01-20T19:00[Europe/Berlin]", "2027-01-20T19:00[Europe/Paris]", true)]
    [InlineData("another time of day that is the same instant", "2027-01-20T19:00[Europe/Berlin]", "2027-01-20T18:00[Europe/London]", true)]
    [InlineData("the same time of day in a zone of another clock", "2027-01-20T19:00[Europe/Berlin]", "2027-01-20T19:00[Europe/Athens]", false)]
    [InlineData("a talk that moved", "2027-01-20T19:00[Europe/Berlin]", "2027-01-20T19:30[Europe/Berlin]", false)]
    [InlineData("a day in two zones on one clock", "2027-01-20[Europe/Berlin]", "2027-01-20[Europe/Paris]", true)]
    [InlineData("a day whose hour became known as midnight", "2027-01-20[Europe/Berlin]", "2027-01-20T00:00[Europe/Berlin]", false)]
    [InlineData("a zone that nobody knows any more", "2027-01-20T19:00[Mars/Base]", "2027-01-20T19:00[Europe/Berlin]", false)]
    [InlineData("no occasion at all", "", "", false)]
    public void Occasions_are_compared_by_their_moment(string what, string one, string other, bool expected)
    {
        Assert.True(expected == TalkStart.IsSameMoment(one, other), what);
        Assert.True(expected == TalkStart.IsSameMoment(other, one), what);
    }
}
