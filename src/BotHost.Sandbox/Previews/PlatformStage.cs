using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord;
using BotHost.Sandbox.Discord.Messages;
using BotHost.Sandbox.Hosting;
using BotHost.Sandbox.Telegram;

namespace BotHost.Sandbox.Previews;

/// <summary>Hands payloads to both platforms without a wire between: what comes back is the message as they would keep it.</summary>
internal sealed class PlatformStage
{
    private const string Place = "1";
    private const string Attached = "attach://";

    // The first bytes of a PNG of one pixel: it stands for pictures whose bytes nobody has.
    private static readonly byte[] Placeholder =
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0];

    private readonly Dictionary<string, byte[]> _files;
    private readonly DiscordState _discord;
    private readonly MessageBook _book;
    private readonly TelegramWorld _chats;
    private readonly TelegramFiles _photos = new();

    public PlatformStage(string speaker, IEnumerable<PreviewPicture> pictures)
    {
        _files = pictures.ToDictionary(picture => picture.Name, picture => picture.Bytes ?? Placeholder);
        var bot = new DiscordUser { Id = "2", Name = speaker, Username = "bot" };
        _discord = new DiscordState(
            new DiscordWorld
            {
                Bot = bot,
                Guilds = [new DiscordGuild { Id = Place, Name = speaker, OwnerId = bot.Id, Members = [new DiscordMember { UserId = bot.Id }], Channels = [new DiscordChannel { Id = Place, Name = speaker }] }],
            },
            NewRecord(), TimeProvider.System, TimeSpan.Zero);
        _book = new MessageBook(_discord);
        _chats = new TelegramWorld { Bot = new TelegramUser { Id = 2, Name = speaker, Username = "bot" } };
    }

    /// <summary>The names of pictures by the addresses under which messages show them.</summary>
    public Dictionary<string, string> Addresses { get; } = [];

    /// <summary>The message as the platform would keep it.</summary>
    /// <exception cref="FormatException">The platform would refuse it; the words are its own.</exception>
    public JsonObject Show(string platform, string payload)
    {
        var json = JsonText.Parse(payload, out _) as JsonObject ?? throw new FormatException("The payload is no JSON object.");
        try
        {
            return platform == DiscordState.Platform ? ShowOnDiscord(json) : ShowOnTelegram(json);
        }
        catch (DiscordRefusal refused)
        {
            throw new FormatException("Discord would refuse it: " + refused.Body().ToJsonString(SandboxJson.Readable), refused);
        }
        catch (TelegramRefusal refused)
        {
            throw new FormatException("Telegram would refuse it: " + refused.Message, refused);
        }
    }

    private JsonObject ShowOnDiscord(JsonObject json)
    {
        List<UploadedFile> files = [];
        foreach (var listed in (json["attachments"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if ((string?)listed["filename"] is { } name)
            {
                files.Add(new UploadedFile($"files[{listed["id"]}]", name, "application/octet-stream", _files.GetValueOrDefault(name, Placeholder)));
            }
        }

        var (message, _) = _book.Add(Place, _discord.BotId, MessageForm.Read(json, files, interaction: false), files);
        foreach (var attachment in message.Attachments)
        {
            Addresses[attachment.Url] = attachment.Name;
        }

        return MessageBook.Answer(message);
    }

    private JsonObject ShowOnTelegram(JsonObject json)
    {
        var address = json["chat_id"]?.ToString() ?? "";
        var chat = new TelegramChat
        {
            Id = long.TryParse(address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : -1,
            Title = _chats.Bot.Name,
            Username = address.StartsWith('@') ? address[1..] : null,
            Type = "supergroup",
            IsForum = json["message_thread_id"] is not null,
            Topics = json["message_thread_id"] is { } topic ? [new TelegramTopic { Id = (int)topic, Name = "" }] : [],
            Members = [_chats.Bot.Id],
        };
        var state = new TelegramState(_chats with { Chats = [chat] }, NewRecord(), TimeProvider.System) { Files = _photos };
        var files = new Dictionary<string, (string, string, byte[])>();
        if ((string?)json["photo"] is { } photo && photo.StartsWith(Attached, StringComparison.Ordinal))
        {
            var name = photo[Attached.Length..];
            files[name] = (name, "application/octet-stream", _files.GetValueOrDefault(name, Placeholder));
        }

        var arguments = TelegramArguments.Of(json, files);
        var endpoints = new Telegram.MessageEndpoints(state, new ChatRights(state), new RateWindow(int.MaxValue, TimeSpan.FromDays(1), TimeProvider.System));
        var message = (JsonObject)(arguments.Has("photo") ? endpoints.SendPhoto(arguments) : endpoints.SendMessage(arguments))!;
        foreach (var size in (message["photo"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var fileId = (string)size["file_id"]!;
            Addresses[fileId] = _photos.Find(fileId)?.Name ?? fileId;
        }

        return message;
    }

    private static SandboxRecord NewRecord() => new([], TimeProvider.System.GetUtcNow, null, null);
}
