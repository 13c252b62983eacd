using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord;

/// <summary>Discord says no. Thrown, because a rule at any depth of a request ends the whole request.</summary>
internal sealed class DiscordRefusal(int status, int code, string message, JsonObject? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonObject Body()
    {
        var body = new JsonObject { ["message"] = Message, ["code"] = code };
        if (errors is not null)
        {
            body["errors"] = errors.DeepClone();
        }

        return body;
    }

    public static DiscordRefusal Unauthorized() => new(401, 0, "401: Unauthorized");

    public static DiscordRefusal NotFound() => new(404, 0, "404: Not Found");

    public static DiscordRefusal UnknownChannel() => new(404, 10003, "Unknown Channel");

    public static DiscordRefusal UnknownGuild() => new(404, 10004, "Unknown Guild");

    public static DiscordRefusal UnknownMember() => new(404, 10007, "Unknown Member");

    public static DiscordRefusal UnknownMessage() => new(404, 10008, "Unknown Message");

    public static DiscordRefusal UnknownUser() => new(404, 10013, "Unknown User");

    public static DiscordRefusal UnknownWebhook() => new(404, 10015, "Unknown Webhook");

    public static DiscordRefusal UnknownInteraction() => new(404, 10062, "Unknown interaction");

    public static DiscordRefusal UnknownEvent() => new(404, 10070, "Unknown Guild Scheduled Event");

    public static DiscordRefusal UnknownCommand() => new(404, 10063, "Unknown application command");

    public static DiscordRefusal AlreadyAcknowledged() => new(400, 40060, "Interaction has already been acknowledged.");

    public static DiscordRefusal MissingAccess() => new(403, 50001, "Missing Access");

    public static DiscordRefusal NotTheAuthor() => new(403, 50005, "Cannot edit a message authored by another user");

    public static DiscordRefusal EmptyMessage() => new(400, 50006, "Cannot send an empty message");

    public static DiscordRefusal ClosedToMessages() => new(403, 50007, "Cannot send messages to this user");

    public static DiscordRefusal MissingPermissions() => new(403, 50013, "Missing Permissions");

    public static DiscordRefusal WrongChannelType() => new(400, 50024, "Cannot execute action on this channel type");

    public static DiscordRefusal ThreadIsArchived() => new(400, 50083, "Thread is archived");

    public static DiscordRefusal ThreadExists() => new(400, 160004, "A thread has already been created for this message");

    public static DiscordRefusal ThreadIsLocked() => new(400, 160005, "Thread is locked");

    public static DiscordRefusal EventIsFinished() => new(400, 180000, "Cannot update a finished event");

    public static DiscordRefusal BadJson() => new(400, 50109, "The request body contains invalid JSON.");

    public static DiscordRefusal InvalidForm(JsonObject errors) => new(400, 50035, "Invalid Form Body", errors);
}
