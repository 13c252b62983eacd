using System.Globalization;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Finds the refusals that mean the picture of a message and not its words.</summary>
internal static class PictureRefusals
{
    private const int TooLarge = 413;

    private static readonly (string Text, string Remedy)[] ByText =
    [
        ("PHOTO_INVALID_DIMENSIONS", "make it smaller or less long and narrow"),
        ("IMAGE_PROCESS_FAILED", "open it in a picture editor and save it anew as PNG or JPEG"),
        ("PHOTO_EXT_INVALID", "save it as PNG or JPEG"),
        ("PHOTO_SAVE_FILE_INVALID", "open it in a picture editor and save it anew as PNG or JPEG"),
        ("file is too big", "save it with less detail or as a JPEG"),
        ("Request Entity Too Large", "save it with less detail or as a JPEG"),
        ("file must be non-empty", "the file is empty: put the picture there again"),
    ];

    /// <summary>The refusal of this picture; null where the result says something else.</summary>
    public static Outcome.Rejected? Find(ApiResult result, AttachedPicture picture) => result switch
    {
        ApiResult.Garbled { Status: TooLarge } => Refuse(picture, "413 with an answer that is not the Bot API's", ByText[^2].Remedy),
        ApiResult.Answered { IsOk: false, Code: 400 or TooLarge } answered => ByText
            .Where(refusal => answered.Description.Contains(refusal.Text, StringComparison.OrdinalIgnoreCase))
            .Select(refusal => Refuse(picture, $"{answered.Code} {answered.Description}", refusal.Remedy))
            .FirstOrDefault(),
        _ => null,
    };

    private static Outcome.Rejected Refuse(AttachedPicture picture, string reason, string remedy) => new(
        RejectionScope.Picture,
        reason,
        string.Create(CultureInfo.InvariantCulture, $"the platform does not take the picture {picture.Name} of {picture.Bytes.Length:N0} bytes: {remedy}"));
}
