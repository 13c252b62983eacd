using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Controls;

/// <summary>What people of a server do to what the bot made there.</summary>
internal sealed class DiscordControls(SandboxServer server)
{
    public WireReply ChangeThread(ControlRequest asked)
    {
        server.ChangeDiscordThread(asked.Text("threadId"), asked.Text("action"));
        return Done();
    }

    public WireReply ChangeEvent(ControlRequest asked)
    {
        server.ChangeDiscordEvent(asked.Text("eventId"), asked.Text("action"));
        return Done();
    }

    private static WireReply Done() => new(200, new JsonObject { ["done"] = true });
}
