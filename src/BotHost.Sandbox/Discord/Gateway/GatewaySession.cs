using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Gateway;

/// <summary>A session: it outlives its connection, and keeps what was dispatched so that a resume can replay it.</summary>
internal sealed class GatewaySession(string id, string token, long intents)
{
    private const int Kept = 2000;
    private readonly List<(int Sequence, string Json)> _sent = [];

    public string Id => id;

    public string Token => token;

    public long Intents => intents;

    public int Sequence { get; private set; }

    public GatewayConnection? Connection { get; set; }

    /// <summary>When the connection was lost, as a timestamp of the machine clock.</summary>
    public long DetachedAt { get; set; }

    public bool Wants(long intent) => (intents & intent) != 0;

    public void Dispatch(string kind, JsonNode data)
    {
        Sequence++;
        var json = new JsonObject { ["op"] = 0, ["t"] = kind, ["s"] = Sequence, ["d"] = data.DeepClone() }.ToJsonString();
        _sent.Add((Sequence, json));
        if (_sent.Count > Kept)
        {
            _sent.RemoveAt(0);
        }

        Connection?.Send(json);
    }

    public bool CanReplay(int after) => after == Sequence || (_sent.Count > 0 && _sent[0].Sequence <= after + 1);

    public void Replay(int after)
    {
        foreach (var (_, json) in _sent.Where(one => one.Sequence > after))
        {
            Connection?.Send(json);
        }
    }
}
