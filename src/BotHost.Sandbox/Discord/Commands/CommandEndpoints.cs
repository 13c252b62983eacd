using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Commands;

/// <summary>The routes under <c>/applications/{application}/commands</c>, global and of a guild.</summary>
internal sealed class CommandEndpoints(DiscordState state, CommandBook book)
{
    private static readonly Dictionary<int, int> MostByType = new() { [1] = 100, [2] = 15, [3] = 15, [4] = 1 };

    public WireReply List(DiscordRequest request) => new(200, Shown(request, book.In(Scope(request))));

    public WireReply Get(DiscordRequest request) => new(200, Shown(request, Find(request)));

    public WireReply Create(DiscordRequest request)
    {
        var scope = Scope(request);
        Check(request.Form);
        var earlier = book.Namesake(scope, request.Form);
        var command = Stored(request.Form, scope, (string?)earlier?["id"]);
        if (earlier is null)
        {
            RefuseTooMany([.. book.In(scope), command]);
        }

        book.Put(scope, command);
        Note(scope, request.Form);
        return new WireReply(earlier is null ? 201 : 200, Shown(request, command));
    }

    public WireReply Overwrite(DiscordRequest request)
    {
        var scope = Scope(request);
        if (request.Body is not JsonArray list)
        {
            throw DiscordRefusal.InvalidForm(FormErrors.One("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"));
        }

        var errors = new FormErrors();
        for (var index = 0; index < list.Count; index++)
        {
            var place = index.ToString(CultureInfo.InvariantCulture);
            if (list[index] is not JsonObject command)
            {
                errors.Add(place, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
                continue;
            }

            CommandForm.Check(new FormReader(command, place, errors));
            if (list.Take(index).OfType<JsonObject>().Any(earlier => CommandBook.Same(earlier, command)))
            {
                errors.Add(place + ".name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
        }

        errors.ThrowIfAny();
        var stored = list.OfType<JsonObject>().Select(command => Stored(command, scope, (string?)book.Namesake(scope, command)?["id"])).ToList();
        RefuseTooMany(stored);
        book.Replace(scope, stored);
        Note(scope, list);
        return new WireReply(200, Shown(request, stored));
    }

    public WireReply Change(DiscordRequest request)
    {
        var scope = Scope(request);
        var command = (JsonObject)Find(request).DeepClone();
        foreach (var (field, value) in request.Form)
        {
            command[field] = value?.DeepClone();
        }

        Check(command);
        var stored = Stored(command, scope, (string?)command["id"]);
        book.Put(scope, stored);
        Note(scope, request.Form);
        return new WireReply(200, Shown(request, stored));
    }

    public WireReply Delete(DiscordRequest request)
    {
        var command = Find(request);
        book.Remove(Scope(request), command);
        Note(Scope(request), new JsonObject { ["deleted"] = (string?)command["name"] });
        return new WireReply(204);
    }

    private static void Check(JsonObject command)
    {
        var errors = new FormErrors();
        CommandForm.Check(new FormReader(command, "", errors));
        errors.ThrowIfAny();
    }

    private static void RefuseTooMany(IReadOnlyList<JsonObject> commands)
    {
        if (commands.GroupBy(command => (int?)command["type"] ?? 1).Any(group => group.Count() > MostByType.GetValueOrDefault(group.Key, 100)))
        {
            throw new DiscordRefusal(400, 30032, "Maximum number of application commands reached (100).");
        }
    }

    private string Scope(DiscordRequest request)
    {
        if (request.Path["application"] != state.World.ApplicationId)
        {
            throw new DiscordRefusal(403, 20012, "You are not authorized to perform this action on this application");
        }

        return request.Path.TryGetValue("guild", out var guild) ? state.GuildForBot(guild).Id : "";
    }

    private JsonObject Find(DiscordRequest request) =>
        book.Find(Scope(request), request.Path["command"]) ?? throw DiscordRefusal.UnknownCommand();

    private JsonObject Stored(JsonObject sent, string scope, string? id)
    {
        var command = (JsonObject)sent.DeepClone();
        command["id"] = id ?? state.Ids.Next();
        command["version"] = state.Ids.Next();
        command["application_id"] = state.World.ApplicationId;
        command["type"] = (int?)command["type"] ?? 1;
        command["description"] = (string?)command["description"] ?? "";
        command["default_member_permissions"] = command["default_member_permissions"]?.ToString();
        command["nsfw"] = (bool?)command["nsfw"] ?? false;
        command["options"] ??= new JsonArray();
        command["name_localizations"] ??= null;
        command["description_localizations"] ??= null;
        if (scope.Length > 0)
        {
            command["guild_id"] = scope;
        }
        else
        {
            command["contexts"] ??= null;
            command["integration_types"] ??= new JsonArray(0);
        }

        return command;
    }

    private static JsonArray Shown(DiscordRequest request, IEnumerable<JsonObject> commands) =>
        new([.. commands.Select(command => (JsonNode)Shown(request, command))]);

    /// <summary>Reads leave the dictionaries of translations out unless they are asked for.</summary>
    private static JsonObject Shown(DiscordRequest request, JsonObject command)
    {
        var shown = (JsonObject)command.DeepClone();
        if (request.IsRead && !request.Asks("with_localizations"))
        {
            shown.Remove("name_localizations");
            shown.Remove("description_localizations");
        }

        return shown;
    }

    private void Note(string scope, JsonNode payload) =>
        state.Record.Append(
            new RecordEntry
            {
                Kind = RecordKinds.CommandsSet,
                Platform = DiscordState.Platform,
                ChatId = scope.Length == 0 ? null : scope,
                Text = string.Join(' ', book.In(scope).Select(command => "/" + (string?)command["name"])),
            },
            payload.ToJsonString());
}
