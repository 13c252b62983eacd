using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord;
using BotHost.Sandbox.Hosting;
using BotHost.Sandbox.Telegram;

namespace BotHost.Sandbox.Controls;

/// <summary>What makes the platforms behave badly: faults, kills, wrong clocks.</summary>
internal sealed class DisturbanceControls(SandboxServer server)
{
    public const string Faults = "/sandbox/faults";
    public const string Kills = "/sandbox/kills";
    public const string Clock = "/sandbox/clock";

    public JsonNode PlannedFaults => JsonSerializer.SerializeToNode(server.Faults, SandboxJson.Default.IReadOnlyListSandboxFault)!;

    public JsonNode CarriedOutKills => JsonSerializer.SerializeToNode(server.Kills, SandboxJson.Default.IReadOnlyListCarriedOutKill)!;

    /// <summary>One fault, or a list of them; an empty list removes all that are planned.</summary>
    public WireReply AddFaults(JsonNode? node)
    {
        IReadOnlyList<SandboxFault> faults = node switch
        {
            JsonArray list => list.Deserialize(SandboxJson.Default.IReadOnlyListSandboxFault) ?? [],
            JsonObject one => [one.Deserialize(SandboxJson.Default.SandboxFault)!],
            _ => throw new ControlRefusedException("Faults are an object or a list of such; an empty list removes all that are planned."),
        };
        if (faults.Count == 0)
        {
            server.ClearFaults();
        }

        var ids = server.AddFaults(faults);
        return new WireReply(200, new JsonObject { ["planned"] = faults.Count, ["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) });
    }

    public WireReply PlanKill(JsonNode? node)
    {
        var kill = (node as JsonObject)?.Deserialize(SandboxJson.Default.PlannedKill)
            ?? throw new ControlRefusedException("A kill is an object with killPid, and afterMilliseconds or whenFile.");
        return new WireReply(200, new JsonObject { ["id"] = server.PlanKill(kill) });
    }

    public WireReply SetClock(ControlRequest asked)
    {
        var platform = asked.Text("platform");
        if (platform is not (DiscordState.Platform or TelegramState.Platform))
        {
            throw new ControlRefusedException($"\"{platform}\" is no platform: use discord or telegram.");
        }

        server.ShiftDate(platform, TimeSpan.FromSeconds(asked.Number("shiftSeconds")));
        return new WireReply(200, new JsonObject { ["done"] = true });
    }

    /// <summary>Removes one fault or kill, or all faults; null when the path names neither.</summary>
    public WireReply? Remove(string path)
    {
        if (path == Faults)
        {
            server.ClearFaults();
            return new WireReply(200, new JsonObject { ["removed"] = true });
        }

        var cut = path.LastIndexOf('/');
        var id = path[(cut + 1)..];
        bool? removed = path[..cut] switch
        {
            Faults => server.RemoveFault(id),
            Kills => server.CallOffKill(id),
            _ => null,
        };
        return removed switch
        {
            null => null,
            true => new WireReply(200, new JsonObject { ["removed"] = true }),
            false => new WireReply(404, new JsonObject { ["error"] = $"Nothing called \"{id}\" is planned (any more)." }),
        };
    }
}
