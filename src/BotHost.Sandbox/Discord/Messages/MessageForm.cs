using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>What a bot wants a message to be, after every rule of Discord's has been checked.</summary>
internal sealed record MessageForm
{
    public const int MostContent = 2000;
    public const int Layout = 1 << 15;
    public const int Ephemeral = 1 << 6;
    public const int SuppressEmbeds = 1 << 2;
    private const int SuppressNotifications = 1 << 12;

    public string? Content { get; private init; }

    public JsonArray? Embeds { get; private init; }

    public JsonArray? Components { get; private init; }

    public JsonArray? Attachments { get; private init; }

    public int? Flags { get; private init; }

    public required MentionRules Mentions { get; init; }

    public string? Nonce { get; private init; }

    public bool EnforceNonce { get; private init; }

    public string? ReplyTo { get; private init; }

    /// <summary>Reads and checks; <paramref name="existing"/> is the message that an edit changes.</summary>
    /// <exception cref="DiscordRefusal">A rule is broken.</exception>
    public static MessageForm Read(JsonObject json, IReadOnlyList<UploadedFile> files, bool interaction, JsonObject? existing = null, string prefix = "")
    {
        var errors = new FormErrors();
        var form = new FormReader(json, prefix, errors);
        var flags = (int?)form.Integer("flags", 0, int.MaxValue);
        var layout = ((flags ?? (int?)existing?["flags"] ?? 0) & Layout) != 0;

        var read = new MessageForm
        {
            Content = json.ContainsKey("content") ? form.Text("content", 0, MostContent) ?? "" : null,
            Embeds = json.ContainsKey("embeds") ? EmbedForm.Read(form) : null,
            Components = json.ContainsKey("components") ? new ComponentForm(errors, layout).Read(form) : null,
            Attachments = json.ContainsKey("attachments") || files.Count > 0 ? ReadAttachments(form) : null,
            Flags = flags is null ? null : flags & (SuppressEmbeds | SuppressNotifications | Layout | (interaction ? Ephemeral : 0)),
            Mentions = MentionRules.Read(form, interaction),
            Nonce = ReadNonce(form),
            EnforceNonce = form.Flag("enforce_nonce") ?? false,
            ReplyTo = form.Object("message_reference")?.Snowflake("message_id"),
        };
        form.Flag("tts");

        if (layout)
        {
            foreach (var field in (string[])["content", "embeds", "poll", "sticker_ids"])
            {
                if (form.Has(field) && json[field] is not JsonArray { Count: 0 } && json[field]!.ToString().Length > 0)
                {
                    errors.Add(form.At(field), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
                }
            }
        }

        errors.ThrowIfAny();
        if (existing is null && read.IsEmpty(files, json))
        {
            throw DiscordRefusal.EmptyMessage();
        }

        return read;
    }

    public bool IsEmpty(IReadOnlyList<UploadedFile> files, JsonObject json) =>
        string.IsNullOrEmpty(Content)
        && Embeds is null or { Count: 0 }
        && Components is null or { Count: 0 }
        && files.Count == 0
        && json["poll"] is null
        && json["sticker_ids"] is not JsonArray { Count: > 0 };

    private static JsonArray ReadAttachments(FormReader form)
    {
        foreach (var attachment in form.Objects("attachments", 10))
        {
            attachment.Text("filename", 0, 1024);
            attachment.Text("description", 0, 1024);
        }

        return form.Form["attachments"] as JsonArray ?? [];
    }

    private static string? ReadNonce(FormReader form)
    {
        if (!form.Has("nonce"))
        {
            return null;
        }

        var node = form.Form["nonce"]!;
        if (node.GetValueKind() == JsonValueKind.Number)
        {
            return node.ToString();
        }

        if (node.GetValueKind() != JsonValueKind.String)
        {
            form.Errors.Add(form.At("nonce"), "BASE_TYPE_STRING", "Must be a string.");
            return null;
        }

        var nonce = node.GetValue<string>();
        if (nonce.Length > 25)
        {
            form.Errors.TooLong(form.At("nonce"), 25);
        }

        return nonce;
    }
}
