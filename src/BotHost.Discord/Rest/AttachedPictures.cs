using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rest;

/// <summary>Fetches the bytes of the pictures that a payload names; it names them by what they hold, so they are surely the same ones.</summary>
internal sealed partial class AttachedPictures(IPictureStore store)
{
    /// <summary>The request with its files, or the reason why it must not leave.</summary>
    public async Task<(RestCall? Call, Outcome.Rejected? Refusal)> AddToAsync(RestCall call, CancellationToken cancellationToken)
    {
        var files = ImmutableArray.CreateBuilder<PictureBytes>();
        foreach (var name in NamesIn(call.Body))
        {
            if (!PictureName().IsMatch(name))
            {
                return (null, new Outcome.Rejected(RejectionScope.Message, $"the payload names the file '{name}', which is no picture of the bot's", "send it again as a new post"));
            }

            if (await store.ReadAsync(Path.GetFileNameWithoutExtension(name), cancellationToken) is not { } bytes)
            {
                return (null, new Outcome.Rejected(RejectionScope.Picture, $"the picture {name} is gone", "put the picture back into the config folder, or give the talk another one"));
            }

            files.Add(new PictureBytes(name, bytes));
        }

        return (call with { Files = files.ToImmutable() }, null);
    }

    private static IEnumerable<string> NamesIn(string? body) =>
        body is not null && JsonNode.Parse(body)?["attachments"] is JsonArray attachments
            ? attachments.Select(attachment => attachment is JsonObject file && file["filename"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : "")
            : [];

    [GeneratedRegex(@"\A[0-9a-f]{64}\.(?:png|jpg|gif|webp)\z")]
    private static partial Regex PictureName();
}
