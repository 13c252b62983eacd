using BotHost.Posts.Tests.Support;

namespace BotHost.Posts.Tests.Composing;

/// <summary>Composing is cheap enough to be done again for every rung and every channel.</summary>
public sealed class CostTests
{
    private const int Rounds = 100;

    [Theory]
    [InlineData("en", 60_000)]
    [InlineData("en,ja", 100_000)]
    public void Composing_takes_little_memory(string languages, int bytes)
    {
        var (catalogue, channel) = (Translated.Catalogue, Translated.In(languages.Split(',')));
        Compose();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            Compose();
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Rounds, 0, bytes);

        void Compose() => Sample.Compose(Translated.Talk, catalogue: catalogue, channel: channel);
    }
}
