using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord.Messages;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>The first reply to an interaction: <c>POST /interactions/{id}/{token}/callback</c>, once and within three seconds.</summary>
internal sealed class CallbackEndpoint(DiscordState state, MessageBook book)
{
    public WireReply Reply(DiscordRequest request)
    {
        var interaction = state.Interactions.ForFirstReply(request.Path["interaction"], request.Path["token"]);
        var errors = new FormErrors();
        var form = new FormReader(request.Form, "", errors);
        var kind = (int?)form.Integer("type", 1, 12, required: true);
        var allowed = Allowed(interaction.Type);
        if (kind is not null && !allowed.Contains(kind.Value))
        {
            errors.Choices("type", string.Join(", ", allowed));
        }

        errors.ThrowIfAny();
        var data = request.Form["data"] as JsonObject ?? [];
        var payload = request.Form.ToJsonString();

        switch (kind)
        {
            case 4:
                PostReply(interaction, MessageForm.Read(data, request.Files, interaction: true, prefix: "data"), request.Files, payload);
                break;
            case 5:
                PostPlaceholder(interaction, data, payload);
                break;
            case 6:
                interaction.Original = interaction.Source;
                Note(interaction, RecordKinds.InteractionReply, payload);
                break;
            case 7:
                UpdateSource(interaction, data, request.Files, payload);
                break;
            case 8:
                interaction.Choices.TrySetResult(ReadChoices(data));
                Note(interaction, RecordKinds.InteractionReply, payload);
                break;
            default:
                ModalForm.Check(data);
                interaction.Modal = (JsonObject)data.DeepClone();
                Note(interaction, RecordKinds.InteractionReply, payload);
                break;
        }

        interaction.Acknowledged = kind;
        interaction.Deadline?.Dispose();
        return request.Asks("with_response") ? new WireReply(200, Response(interaction)) : new WireReply(204);
    }

    private static int[] Allowed(int interactionType) => interactionType switch
    {
        Interaction.Autocomplete => [8],
        Interaction.Component => [4, 5, 6, 7, 9],
        Interaction.ModalSubmit => [4, 5, 6, 7],
        _ => [4, 5, 9],
    };

    private void PostReply(Interaction interaction, MessageForm form, IReadOnlyList<UploadedFile> files, string payload)
    {
        var visibleTo = ((form.Flags ?? 0) & MessageForm.Ephemeral) != 0 ? interaction.UserId : null;
        var (message, pings) = book.Add(interaction.ChannelId, state.BotId, form, files, visibleTo);
        MarkAsReply(message, interaction);
        interaction.Original = message;
        state.Note(RecordKinds.InteractionReply, message, payload, pings: pings);
    }

    private void PostPlaceholder(Interaction interaction, JsonObject data, string payload)
    {
        var flags = (data["flags"] as JsonValue)?.TryGetValue<int>(out var sent) == true ? sent : 0;
        if ((flags & ~MessageForm.Ephemeral) != 0)
        {
            throw DiscordRefusal.InvalidForm(FormErrors.One("INTERACTION_DEFERRED_FLAGS_INVALID", "Only the EPHEMERAL flag may be set on a deferred reply"));
        }

        var form = new MessageForm { Mentions = new MentionRules(new HashSet<string>(), new HashSet<string>(), new HashSet<string>()) };
        var visibleTo = (flags & MessageForm.Ephemeral) != 0 ? interaction.UserId : null;
        var (message, _) = book.Add(interaction.ChannelId, state.BotId, form, [], visibleTo);
        message.Json["flags"] = flags | Interaction.Loading;
        MarkAsReply(message, interaction);
        interaction.Original = message;
        state.Note(RecordKinds.InteractionReply, message, payload);
    }

    private void UpdateSource(Interaction interaction, JsonObject data, IReadOnlyList<UploadedFile> files, string payload)
    {
        var source = interaction.Source ?? throw DiscordRefusal.UnknownMessage();
        var form = MessageForm.Read(data, files, interaction: true, source.Json, "data");
        MessageBook.RefuseEmptied(source, form, files);
        var pings = book.Change(source, form, files);
        interaction.Original = source;
        state.Note(RecordKinds.InteractionEdited, source, payload, pings: pings);
    }

    private static JsonArray ReadChoices(JsonObject data)
    {
        var errors = new FormErrors();
        var form = new FormReader(data, "data", errors);
        if (!form.Has("choices"))
        {
            errors.Required("data.choices");
        }

        foreach (var choice in form.Objects("choices", 25))
        {
            choice.Text("name", 1, 100, required: true);
            if (choice.Form["value"] is JsonValue value && value.TryGetValue<string>(out _))
            {
                choice.Text("value", 1, 100, required: true);
            }
            else if (!choice.Has("value"))
            {
                errors.Required(choice.At("value"));
            }
        }

        errors.ThrowIfAny();
        return (JsonArray)data["choices"]!.DeepClone();
    }

    private void MarkAsReply(StoredMessage message, Interaction interaction)
    {
        message.Json["application_id"] = state.World.ApplicationId;
        message.Json["webhook_id"] = state.World.ApplicationId;
        message.Json["type"] = interaction.Type == Interaction.Command ? 20 : 0;
        message.Json["interaction_metadata"] = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = interaction.Type,
            ["user"] = Shapes.User(state, interaction.UserId),
            ["authorizing_integration_owners"] = new JsonObject(),
        };
        if (interaction.Name is not null)
        {
            message.Json["interaction"] = new JsonObject
            {
                ["id"] = interaction.Id,
                ["type"] = interaction.Type,
                ["name"] = interaction.Name,
                ["user"] = Shapes.User(state, interaction.UserId),
            };
        }
    }

    private void Note(Interaction interaction, string kind, string payload) =>
        state.Record.Append(
            new RecordEntry
            {
                Kind = kind,
                Platform = DiscordState.Platform,
                ChatId = interaction.ChannelId,
                MessageId = interaction.Source?.Id,
                VisibleTo = interaction.UserId,
                UserId = interaction.UserId,
            },
            payload);

    private static JsonObject Response(Interaction interaction)
    {
        var response = new JsonObject
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = interaction.Id,
                ["type"] = interaction.Type,
                ["response_message_id"] = interaction.Original?.Id,
                ["response_message_loading"] = interaction.Acknowledged == 5,
                ["response_message_ephemeral"] = interaction.Original?.VisibleTo is not null,
            },
        };
        if (interaction.Original is { } message)
        {
            response["resource"] = new JsonObject { ["type"] = interaction.Acknowledged, ["message"] = MessageBook.Answer(message) };
        }

        return response;
    }
}
