using BotHost.Sandbox.Discord.Commands;
using BotHost.Sandbox.Discord.Events;
using BotHost.Sandbox.Discord.Interactions;
using BotHost.Sandbox.Discord.Messages;
using BotHost.Sandbox.Discord.Threads;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord;

/// <summary>One route of the API. Its name is what faults and limits call it.</summary>
internal sealed record DiscordRoute(string Method, string Template, string Name, Func<DiscordRequest, WireReply> Handle)
{
    private readonly string[] _segments = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Interaction routes carry their own token in the path and need no bot token.</summary>
    public bool NeedsBot { get; init; } = true;

    /// <summary>The path's values, or null when the path is another.</summary>
    public Dictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _segments.Length)
        {
            return null;
        }

        Dictionary<string, string> values = [];
        for (var index = 0; index < segments.Length; index++)
        {
            if (_segments[index] is ['{', .. var name, '}'])
            {
                values[name] = segments[index];
            }
            else if (_segments[index] != segments[index])
            {
                return null;
            }
        }

        return values;
    }
}

/// <summary>Every route that the sandbox serves; a literal path stands before the pattern that would swallow it.</summary>
internal static class DiscordRoutes
{
    public static IReadOnlyList<DiscordRoute> All(
        InventoryEndpoints inventory,
        MessageEndpoints messages,
        PinEndpoints pins,
        ThreadEndpoints threads,
        EventEndpoints events,
        CommandEndpoints commands,
        CallbackEndpoint callback,
        WebhookEndpoints webhooks)
    {
        const string scheduled = "/guilds/{guild}/scheduled-events";
        const string one = "/channels/{channel}/messages/{message}";
        const string global = "/applications/{application}/commands";
        const string local = "/applications/{application}/guilds/{guild}/commands";
        const string webhook = "/webhooks/{application}/{token}";
        return
        [
            new("GET", "/gateway", "get-gateway", inventory.Gateway) { NeedsBot = false },
            new("GET", "/gateway/bot", "get-gateway-bot", inventory.GatewayForBot),
            new("GET", "/users/@me", "get-current-user", inventory.Self),
            new("GET", "/users/@me/guilds", "get-current-user-guilds", inventory.OwnGuilds),
            new("POST", "/users/@me/channels", "create-dm", messages.OpenDirectChannel),
            new("GET", "/users/{user}", "get-user", inventory.User),
            new("GET", "/applications/@me", "get-current-application", inventory.Application),
            new("GET", "/oauth2/applications/@me", "get-current-bot-application", inventory.Application),
            new("GET", "/channels/{channel}", "get-channel", inventory.Channel),
            new("GET", "/guilds/{guild}", "get-guild", inventory.Guild),
            new("GET", "/guilds/{guild}/channels", "get-guild-channels", inventory.Channels),
            new("GET", "/guilds/{guild}/roles", "get-guild-roles", inventory.Roles),
            new("GET", "/guilds/{guild}/members/{user}", "get-guild-member", inventory.Member),
            new("POST", "/channels/{channel}/typing", "trigger-typing", messages.Typing),
            new("GET", "/channels/{channel}/messages/pins", "list-pins", pins.List),
            new("PUT", "/channels/{channel}/messages/pins/{message}", "pin-message", pins.Pin),
            new("DELETE", "/channels/{channel}/messages/pins/{message}", "unpin-message", pins.Unpin),
            new("POST", "/channels/{channel}/messages", "create-message", messages.Create),
            new("GET", "/channels/{channel}/messages", "list-messages", messages.List),
            new("GET", one, "get-message", messages.Get),
            new("PATCH", one, "edit-message", messages.Edit),
            new("DELETE", one, "delete-message", messages.Delete),
            new("POST", one + "/crosspost", "crosspost-message", messages.Crosspost),
            new("POST", one + "/threads", "start-thread", threads.Start),
            new("PATCH", "/channels/{channel}", "edit-channel", threads.Change),
            new("GET", scheduled, "list-events", events.List),
            new("POST", scheduled, "create-event", events.Create),
            new("GET", scheduled + "/{event}", "get-event", events.Get),
            new("PATCH", scheduled + "/{event}", "edit-event", events.Change),
            new("DELETE", scheduled + "/{event}", "delete-event", events.Delete),
            new("GET", global, "list-global-commands", commands.List),
            new("PUT", global, "overwrite-global-commands", commands.Overwrite),
            new("POST", global, "create-global-command", commands.Create),
            new("GET", global + "/{command}", "get-global-command", commands.Get),
            new("PATCH", global + "/{command}", "edit-global-command", commands.Change),
            new("DELETE", global + "/{command}", "delete-global-command", commands.Delete),
            new("GET", local, "list-guild-commands", commands.List),
            new("PUT", local, "overwrite-guild-commands", commands.Overwrite),
            new("POST", local, "create-guild-command", commands.Create),
            new("GET", local + "/{command}", "get-guild-command", commands.Get),
            new("PATCH", local + "/{command}", "edit-guild-command", commands.Change),
            new("DELETE", local + "/{command}", "delete-guild-command", commands.Delete),
            new("POST", "/interactions/{interaction}/{token}/callback", "interaction-callback", callback.Reply) { NeedsBot = false },
            new("GET", webhook + "/messages/@original", "get-original-reply", webhooks.GetOriginal) { NeedsBot = false },
            new("PATCH", webhook + "/messages/@original", "edit-original-reply", webhooks.EditOriginal) { NeedsBot = false },
            new("DELETE", webhook + "/messages/@original", "delete-original-reply", webhooks.DeleteOriginal) { NeedsBot = false },
            new("POST", webhook, "follow-up", webhooks.FollowUp) { NeedsBot = false },
            new("GET", webhook + "/messages/{message}", "get-follow-up", webhooks.GetMessage) { NeedsBot = false },
            new("PATCH", webhook + "/messages/{message}", "edit-follow-up", webhooks.EditMessage) { NeedsBot = false },
            new("DELETE", webhook + "/messages/{message}", "delete-follow-up", webhooks.DeleteMessage) { NeedsBot = false },
        ];
    }
}
