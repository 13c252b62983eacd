using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Telegram;

/// <summary>Takes photos from calls, by the platform's rules for them, and knows those that it has.</summary>
internal sealed class TelegramFiles
{
    private const int MostBytes = 10 * 1024 * 1024;
    private const int MostSides = 10_000;
    private const int MostRatio = 20;
    private const string Attached = "attach://";

    // The longest sides to which the platform scales photos; clients take the size that suits them.
    private static readonly int[] Boxes = [320, 1280];

    private readonly Dictionary<string, TelegramFile> _files = [];

    public TelegramFile? Find(string id) => _files.GetValueOrDefault(id.Split('-')[0]);

    /// <summary>The photo of a call as its sizes: an upload, one that is here already, or an address.</summary>
    /// <exception cref="TelegramRefusal">There is none, or it breaks a rule.</exception>
    public JsonArray Take(TelegramArguments arguments, string field)
    {
        var named = arguments.Text(field) ?? "";
        if (arguments.Files.TryGetValue(field, out var upload))
        {
            return SizesOf(Keep(upload));
        }

        if (named.StartsWith(Attached, StringComparison.Ordinal))
        {
            return arguments.Files.TryGetValue(named[Attached.Length..], out var attached)
                ? SizesOf(Keep(attached))
                : throw TelegramRefusal.Bad($"wrong {field} \"{named}\": no file of this name came with the request");
        }

        if (named.Length == 0)
        {
            throw TelegramRefusal.Bad("there is no photo in the request");
        }

        if (Find(named) is { } known)
        {
            return SizesOf(known);
        }

        // The sandbox fetches nothing from anywhere; an address is taken for a picture that is there.
        return Uri.TryCreate(named, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new JsonArray(new JsonObject { ["file_id"] = named, ["file_unique_id"] = "u" + named, ["width"] = 1280, ["height"] = 720 })
            : throw TelegramRefusal.Bad("wrong remote file identifier specified: Wrong string length");
    }

    /// <summary>What a message shows of the photos that are here.</summary>
    public IReadOnlyList<RecordedPicture> PicturesOf(JsonObject message) =>
        message["photo"] is JsonArray { Count: > 0 } sizes && Find((string)sizes[0]!["file_id"]!) is { } file && RecordedPicture.Of(file.Bytes, file.Name) is { } picture
            ? [picture]
            : [];

    private TelegramFile Keep((string Name, string ContentType, byte[] Bytes) upload)
    {
        if (upload.Bytes.Length > MostBytes)
        {
            throw TelegramRefusal.Bad("file is too big");
        }

        var picture = PictureHeader.Of(upload.Bytes) ?? throw TelegramRefusal.Bad("IMAGE_PROCESS_FAILED");
        var (longer, shorter) = (Math.Max(picture.Width, picture.Height), Math.Min(picture.Width, picture.Height));
        if ((long)longer + shorter > MostSides || longer > (long)shorter * MostRatio)
        {
            throw TelegramRefusal.Bad("PHOTO_INVALID_DIMENSIONS");
        }

        var id = "photo" + (_files.Count + 1).ToString(CultureInfo.InvariantCulture);
        return _files[id] = new TelegramFile(id, upload.Name, upload.Bytes, picture);
    }

    private static JsonArray SizesOf(TelegramFile file)
    {
        var unique = Convert.ToHexStringLower(SHA256.HashData(file.Bytes))[..16];
        var longest = Math.Max(file.Picture.Width, file.Picture.Height);
        var boxes = Boxes.Where(box => box < longest).Append(Math.Min(longest, Boxes[^1])).Distinct().ToList();
        return new JsonArray([.. boxes.Select((box, index) => (JsonNode)new JsonObject
        {
            ["file_id"] = $"{file.Id}-{index}",
            ["file_unique_id"] = $"{unique}{index}",
            ["file_size"] = file.Bytes.Length,
            ["width"] = Scaled(file.Picture.Width, box, longest),
            ["height"] = Scaled(file.Picture.Height, box, longest),
        })]);
    }

    private static int Scaled(int side, int box, int longest) => Math.Max(1, (int)Math.Round((double)side * box / longest));
}
