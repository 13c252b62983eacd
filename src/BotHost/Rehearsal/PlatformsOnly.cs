using BotHost.CommandLine;
using BotHost.Composition;
using BotHost.Sandbox;

namespace BotHost.Rehearsal;

/// <summary>The two platforms as a process of their own, for a bot in another process that may be killed.</summary>
internal static class PlatformsOnly
{
    public static async Task<int> RunAsync(RehearsalRequest request, FileInfo? worldFile, CancellationToken cancellationToken)
    {
        if (MakeWorld(request, worldFile) is not { } world)
        {
            return ExitCode.Findings;
        }

        var options = new SandboxOptions { Port = request.Port ?? 0, RecordFile = request.RecordFile, CampaignTime = From(request.Start, TimeProvider.System) };
        await using var server = await SandboxServer.StartAsync(world, options, TimeProvider.System, cancellationToken);
        Console.Out.WriteLine($"Page={server.PageUrl}");
        Console.Out.WriteLine($"Discord__ApiBaseUrl={server.DiscordApiBaseUrl}");
        Console.Out.WriteLine($"Discord__Token={world.Discord.Tokens[0]}");
        Console.Out.WriteLine($"Telegram__ApiBaseUrl={server.TelegramApiBaseUrl}");
        Console.Out.WriteLine($"Telegram__Token={world.Telegram.Tokens[0]}");
        Console.Out.WriteLine("Ready");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        return ExitCode.Fine;
    }

    private static Func<DateTimeOffset>? From(DateTimeOffset? start, TimeProvider machine)
    {
        var stamp = machine.GetTimestamp();
        return start is { } first ? () => first + machine.GetElapsedTime(stamp) : null;
    }

    private static SandboxWorld? MakeWorld(RehearsalRequest request, FileInfo? worldFile)
    {
        if (worldFile is null)
        {
            using var room = Rooms.ReadingRoom();
            var catalogue = Catalogues.Read(room.Services, request.ConfigDirectory ?? Settings.DefaultConfigDirectory);
            return catalogue is null ? null : WorldOfCatalogue.Make(catalogue);
        }

        try
        {
            return NewTokens.WhereMissing(SandboxWorld.FromJson(File.ReadAllText(worldFile.FullName)));
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            Terminal.Fail($"{worldFile}: {problem.Message}");
            return null;
        }
    }
}
