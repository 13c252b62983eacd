using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Commands;

/// <summary>The registered commands: global ones under the empty key, guild ones under the guild's id.</summary>
internal sealed class CommandBook
{
    private readonly Dictionary<string, List<JsonObject>> _scopes = [];

    public IReadOnlyList<JsonObject> In(string scope) => ListOf(scope);

    /// <summary>What a member of a guild is offered; the guild's own command hides a global one of the same name and type.</summary>
    public IReadOnlyList<JsonObject> Offered(string guildId)
    {
        var own = ListOf(guildId);
        return [.. own, .. ListOf("").Where(global => own.All(local => !Same(local, global)))];
    }

    public JsonObject? Find(string scope, string id) => ListOf(scope).FirstOrDefault(command => (string?)command["id"] == id);

    public JsonObject? Namesake(string scope, JsonObject command) => ListOf(scope).FirstOrDefault(one => Same(one, command));

    public void Replace(string scope, IEnumerable<JsonObject> commands) => _scopes[scope] = [.. commands];

    public void Put(string scope, JsonObject command)
    {
        var list = ListOf(scope);
        list.RemoveAll(one => Same(one, command) || (string?)one["id"] == (string?)command["id"]);
        list.Add(command);
    }

    public void Remove(string scope, JsonObject command) => ListOf(scope).Remove(command);

    public static bool Same(JsonObject left, JsonObject right) =>
        left["name"]?.ToString() == right["name"]?.ToString() && (left["type"]?.ToString() ?? "1") == (right["type"]?.ToString() ?? "1");

    private List<JsonObject> ListOf(string scope)
    {
        if (!_scopes.TryGetValue(scope, out var list))
        {
            list = [];
            _scopes[scope] = list;
        }

        return list;
    }
}
