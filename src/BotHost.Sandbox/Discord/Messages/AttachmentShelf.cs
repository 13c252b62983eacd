using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>Which files a message has, and which of them its embeds show.</summary>
/// <remarks>A file that an embed shows stands in the embed alone: it is missing from the message's attachments until no embed shows it any more.</remarks>
internal sealed class AttachmentShelf(DiscordState state)
{
    private const string Reference = "attachment://";
    private static readonly string[] Pictures = ["image", "thumbnail"];
    private static readonly string[] Icons = ["author", "footer"];

    /// <summary>The files after a create or an edit: what is listed of the old ones, and every new one. Without a list nothing changes.</summary>
    /// <exception cref="DiscordRefusal">The list names a file that is neither there nor in the request.</exception>
    public IReadOnlyList<StoredAttachment> Fill(string channelId, IReadOnlyList<StoredAttachment> old, JsonArray? listed, IReadOnlyList<UploadedFile> files)
    {
        if (listed is null)
        {
            return old;
        }

        var described = listed.OfType<JsonObject>().ToList();
        RefuseStrangers(described, old, files);
        return
        [
            .. old.Where(one => described.Any(listing => listing["id"]?.ToString() == one.Id)),
            .. files.Select((file, index) => Keep(channelId, file, described.FirstOrDefault(listing => listing["id"]?.ToString() == NumberOf(file, index)))),
        ];
    }

    /// <summary>Puts the addresses of files where embeds name them.</summary>
    /// <exception cref="DiscordRefusal">An embed names a file that the message does not have.</exception>
    public static void Resolve(JsonArray embeds, IReadOnlyList<StoredAttachment> attachments)
    {
        var errors = new FormErrors();
        foreach (var (embed, index) in embeds.OfType<JsonObject>().Select((embed, index) => (embed, index)))
        {
            foreach (var (place, field) in Pictures.Select(place => (place, "url")).Concat(Icons.Select(place => (place, "icon_url"))))
            {
                if (embed[place] is not JsonObject shown || (string?)shown[field] is not { } url || !url.StartsWith(Reference, StringComparison.Ordinal))
                {
                    continue;
                }

                if (attachments.FirstOrDefault(one => one.Name == url[Reference.Length..]) is not { } file)
                {
                    errors.Add(string.Create(CultureInfo.InvariantCulture, $"embeds.{index}.{place}.{field}"), "ATTACHMENT_NOT_FOUND", $"The referenced attachment '{url}' was not found");
                    continue;
                }

                shown[field] = file.Url;
                shown["proxy_" + field] = file.Url;
                if (field == "url" && PictureHeader.Of(file.File.Bytes) is { } picture)
                {
                    shown["width"] = picture.Width;
                    shown["height"] = picture.Height;
                    shown["content_type"] = picture.ContentType;
                    shown["description"] = file.Description;
                }
            }
        }

        errors.ThrowIfAny();
    }

    /// <summary>The attachments as the message lists them.</summary>
    public static JsonArray Visible(JsonArray embeds, IReadOnlyList<StoredAttachment> attachments)
    {
        var shown = embeds.OfType<JsonObject>()
            .SelectMany(embed => Pictures.Select(place => (string?)embed[place]?["url"]).Concat(Icons.Select(place => (string?)embed[place]?["icon_url"])))
            .ToHashSet();
        return new JsonArray([.. attachments.Where(one => !shown.Contains(one.Url)).Select(one => (JsonNode)one.Json.DeepClone())]);
    }

    private static void RefuseStrangers(List<JsonObject> described, IReadOnlyList<StoredAttachment> old, IReadOnlyList<UploadedFile> files)
    {
        var numbers = files.Select(NumberOf).ToHashSet();
        var errors = new FormErrors();
        for (var index = 0; index < described.Count; index++)
        {
            var id = described[index]["id"]?.ToString() ?? "";
            if (!numbers.Contains(id) && old.All(one => one.Id != id))
            {
                errors.Add("attachments." + index.ToString(CultureInfo.InvariantCulture), "ATTACHMENT_NOT_FOUND", "Attachment data not found");
            }
        }

        errors.ThrowIfAny();
    }

    private static string NumberOf(UploadedFile file, int index) => file.Field.StartsWith("files[", StringComparison.Ordinal)
        ? file.Field["files[".Length..].TrimEnd(']')
        : index.ToString(CultureInfo.InvariantCulture);

    private StoredAttachment Keep(string channelId, UploadedFile file, JsonObject? about)
    {
        var id = state.Ids.Next();
        var name = (string?)about?["filename"] ?? file.Name;
        var path = $"/discord/cdn/{channelId}/{id}/{Uri.EscapeDataString(name)}";
        var picture = PictureHeader.Of(file.Bytes);
        var json = new JsonObject
        {
            ["id"] = id,
            ["filename"] = name,
            ["content_type"] = picture?.ContentType ?? file.ContentType,
            ["size"] = file.Bytes.Length,
            ["url"] = state.Origin + path,
            ["proxy_url"] = state.Origin + path,
        };
        if ((string?)about?["description"] is { Length: > 0 } description)
        {
            json["description"] = description;
        }

        if (picture is not null)
        {
            json["width"] = picture.Width;
            json["height"] = picture.Height;
        }

        state.Files[path] = file with { ContentType = picture?.ContentType ?? file.ContentType };
        return new StoredAttachment(id, name, file, json);
    }
}
