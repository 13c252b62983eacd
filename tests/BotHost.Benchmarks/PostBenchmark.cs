using System.Globalization;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace BotHost.Benchmarks;

/// <summary>What it takes to compose and render the sample announcement for one channel, on each platform, once the process is warm.</summary>
internal static class PostBenchmark
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMilliseconds(1);

    private const long AllocationLimit = 100_000;

    private const string SampleTalk = "asian-talk-176";

    /// <summary>Enough that the runtime has compiled for good what is used often.</summary>
    private const int WarmUp = 2_000;

    private const int Rounds = 1_000;

    public static bool Run(TextWriter output)
    {
        using var room = Rooms.ReadingRoom();
        var catalogue = room.Services.GetRequiredService<CatalogueReader>().Read(SampleDirectory()).Catalogue
            ?? throw new InvalidOperationException("The sample config has errors: bothost check --config config says which.");
        var talk = catalogue.Talks[new TalkId(SampleTalk)];
        var step = catalogue.StepsOf(talk).First(step => step.Kind is StepKind.Announcement);

        output.WriteLine($"{"compose and render",-46}{"time",10}{"allocated",14}   ends on");
        return catalogue.ChannelsOf(talk).Select(channel => RunOne(output, room, catalogue, talk, step, channel)).ToList().TrueForAll(holds => holds);
    }

    private static bool RunOne(TextWriter output, IHost room, TalkCatalogue catalogue, Talk talk, Step step, Channel channel)
    {
        var platform = room.Services.GetRequiredService<PlatformDirectory>().Find(channel.Platform)!;
        var ladder = room.Services.GetRequiredService<FitLadder>();
        var now = StepSchedule.DueOf(catalogue, talk, step, channel) is StepDue.At at ? at.Due : Instant.FromUtc(2026, 12, 30, 1, 0);
        for (var round = 0; round < WarmUp; round++)
        {
            ladder.Climb(platform, catalogue, talk, step, channel, now);
        }

        var times = new TimeSpan[Rounds];
        var allocations = new long[Rounds];
        PostDetail detail = PostDetail.Full;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = TimeProvider.System.GetTimestamp();
            detail = ladder.Fit(platform, catalogue, talk, step, channel, now).Detail;
            times[round] = TimeProvider.System.GetElapsedTime(start);
            allocations[round] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var (time, allocated) = (Median(times), Median(allocations));
        var holds = time < TimeLimit && allocated < AllocationLimit;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(holds ? "holds " : "BROKEN")}  {$"{channel.Platform} ({channel.FaceName})",-38}{time.TotalMilliseconds,7:0.000} ms{allocated / 1000.0,11:0.0} KB   {detail.Leading}"));
        return holds;
    }

    private static T Median<T>(T[] values) => values.Order().ElementAt(values.Length / 2);

    private static string SampleDirectory()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "BotHost.sln")))
            {
                return Path.Combine(directory.FullName, "config");
            }
        }

        throw new InvalidOperationException("The benchmarks lie outside a checkout: BotHost.sln was not found above them.");
    }
}
