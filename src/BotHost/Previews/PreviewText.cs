using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Sandbox.Reading;

namespace BotHost.Previews;

/// <summary>Writes previews as plain lines, from the messages as they would be sent.</summary>
internal static class PreviewText
{
    public static void Write(PostPreview preview, TextWriter output)
    {
        output.WriteLine($"=== {PreviewWords.Title(preview, withAddresses: true)}");
        foreach (var line in PreviewWords.Times(preview))
        {
            output.WriteLine(line);
        }

        if (preview.Talk.Status is TalkStatus.Draft)
        {
            output.WriteLine("DRAFT: nothing of this goes out before the talk is confirmed.");
        }

        var messages = Read(preview);
        if (PreviewWords.Reach(messages) is { } reach)
        {
            output.WriteLine(reach);
        }

        output.WriteLine();
        for (var index = 0; index < messages.Count; index++)
        {
            if (messages.Count > 1)
            {
                output.WriteLine($"--- message {index + 1} of {messages.Count}");
            }

            Write(messages[index], preview, output);
        }

        output.WriteLine($"--- {PreviewWords.Fit(preview)}");
        output.WriteLine();
    }

    /// <summary>The messages as their platform reads them.</summary>
    public static IReadOnlyList<ReadMessage> Read(PostPreview preview) => [.. preview.Payloads.Select(payload => Read(preview.Channel.Platform, payload, preview))];

    private static ReadMessage Read(PlatformId platform, string payload, PostPreview preview)
    {
        try
        {
            return platform.Value == "discord"
                ? DiscordReading.Read(payload, (seconds, style) => PreviewWords.Time(seconds, style, preview))
                : TelegramReading.Read(payload);
        }
        catch (FormatException refused)
        {
            // The renderer holds that it fits and the platform would not take it: that is a fault to be seen, not to stop at.
            return ReadMessage.Of(refused.Message);
        }
    }

    private static void Write(ReadMessage message, PostPreview preview, TextWriter output)
    {
        foreach (var picture in message.Pictures)
        {
            output.WriteLine(PreviewWords.Picture(picture, preview));
        }

        output.WriteLine(message.Outside);
        if (message.Text.Length > message.Outside.Length)
        {
            // What stands in a frame is set off from the line above it.
            output.WriteLine();
            output.WriteLine(message.Text[message.Outside.Length..].TrimStart('\n'));
        }

        foreach (var link in message.Links.Where(link => link.Text != link.Target).Distinct())
        {
            output.WriteLine($"{link.Text} -> {link.Target}");
        }

        if (message.LinkPreview is { } page)
        {
            output.WriteLine(preview.Pictures.Any(picture => picture.Url?.OriginalString == page)
                ? PreviewWords.Picture(new ReadPicture("preview", page, null), preview)
                : $"[preview of {page}]");
        }

        foreach (var button in message.Buttons)
        {
            output.WriteLine($"[ {button.Label} ] {button.Url}".TrimEnd());
        }

        output.WriteLine();
    }
}
