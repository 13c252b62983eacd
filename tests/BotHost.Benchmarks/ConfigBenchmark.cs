using BotHost.Composition;
using BotHost.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Benchmarks;

/// <summary>How long a large config takes to be read and linted, and to be read again after an edit.</summary>
internal static class ConfigBenchmark
{
    /// <summary>Reading and linting everything, by a reader that has seen nothing of it.</summary>
    private static readonly TimeSpan LoadLimit = TimeSpan.FromSeconds(1);

    /// <summary>Reading again after an edit of one file.</summary>
    private static readonly TimeSpan ReloadLimit = TimeSpan.FromMilliseconds(200);

    private const int Edits = 15;

    /// <summary>Until the runtime has compiled what is used often.</summary>
    private const int WarmUp = 4;

    public static bool Run(TextWriter output)
    {
        using var config = new LargeConfig();
        using var room = Rooms.ReadingRoom();
        var reader = room.Services.GetRequiredService<CatalogueReader>();

        var (first, reading) = Time(() => reader.Read(config.Root));
        for (var round = 0; round < WarmUp; round++)
        {
            TimeAnew(config.Root);
        }

        var again = Median(5, _ => TimeAnew(config.Root));
        var reload = Median(Edits, edit =>
        {
            var path = config.TalkPath(edit * 61 % LargeConfig.Talks);
            File.AppendAllText(path, $"# edit {edit}\nlanguage: en\n");
            return Time(() => reader.Read(config.Root)).Elapsed;
        });

        output.WriteLine($"{LargeConfig.Talks} talks, {LargeConfig.People} people, {reading.FileCount} files, {reading.Findings.Length} findings");
        foreach (var group in reading.Findings.GroupBy(finding => finding.Rule))
        {
            output.WriteLine($"  {group.Key}: {group.Count()}, for example {group.First()}");
        }

        output.WriteLine($"        load and lint, first in the process, compiling included: {first.TotalMilliseconds:0} ms");
        return Judge(output, "load and lint, everything anew", again, LoadLimit)
            & Judge(output, "reload after one edit", reload, ReloadLimit)
            & reading.Catalogue is not null;
    }

    private static bool Judge(TextWriter output, string what, TimeSpan took, TimeSpan limit)
    {
        var holds = took < limit;
        output.WriteLine($"{(holds ? "holds " : "BROKEN")}  {what}: {took.TotalMilliseconds:0} ms, limit {limit.TotalMilliseconds:0} ms");
        return holds;
    }

    private static (TimeSpan Elapsed, T Value) Time<T>(Func<T> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        var value = work();
        return (TimeProvider.System.GetElapsedTime(start), value);
    }

    private static TimeSpan Median(int count, Func<int, TimeSpan> measure)
    {
        var times = Enumerable.Range(0, count).Select(measure).Order().ToList();
        return times[count / 2];
    }

    /// <summary>By a reader that remembers nothing of earlier readings.</summary>
    private static TimeSpan TimeAnew(string directory)
    {
        using var room = Rooms.ReadingRoom();
        var reader = room.Services.GetRequiredService<CatalogueReader>();
        return Time(() => reader.Read(directory)).Elapsed;
    }
}
