using System.Collections.Immutable;
using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes the exact <c>sendMessage</c> and <c>sendPhoto</c> calls of a post. Pure.</summary>
internal sealed class PostRenderer
{
    private readonly Post _post;
    private readonly Channel _channel;
    private readonly ShownPicture? _picture;

    private PostRenderer(Post post, Channel channel)
    {
        _post = post;
        _channel = channel;
        _picture = PostLayouts.Of(channel) is PostLayout.Text ? null : ShownPicture.Of(post);
    }

    public static RenderResult Render(Post post, Channel channel) => new PostRenderer(post, channel).Render();

    private RenderResult Render()
    {
        var language = _channel.Languages.IsDefaultOrEmpty ? "en" : _channel.Languages[0];
        var parts = new PostParts(_post, language);
        if (parts.Whole.IsEmpty)
        {
            // The platform takes no empty message, so a post without words is no message at all.
            return new RenderResult.Fits([]);
        }

        if (_picture is not ShownPicture.File { Content: var photo })
        {
            return Messages(parts.Fit(TextRoom.Message, TextRoom.Message), captioned: null);
        }

        return PostLayouts.Of(_channel) switch
        {
            PostLayout.Caption => Messages(parts.Fit(TextRoom.Caption, TextRoom.Message), captioned: photo),
            PostLayout.Standard when TextRoom.Caption.Holds(parts.Whole) => Messages(([parts.Whole], null), captioned: photo),
            _ => PictureThenText(photo, language),
        };
    }

    /// <summary>Whoever is called is called by the first message, which is the picture then.</summary>
    private RenderResult PictureThenText(PictureFile photo, string language)
    {
        var mention = PostText.MentionOf(_post);
        var texts = Messages(new PostParts(_post with { Mention = null }, language).Fit(TextRoom.Message, TextRoom.Message), captioned: null);
        return texts is RenderResult.Fits fits
            ? new RenderResult.Fits(fits.Payloads.Insert(0, Photo(photo, new FormattedText(mention ?? "", []), keyboard: null)))
            : texts;
    }

    private RenderResult Messages((ImmutableArray<FormattedText> Texts, RenderResult.TooLong? Misfit) parts, PictureFile? captioned)
    {
        if (parts.Misfit is { } misfit)
        {
            return misfit;
        }

        var last = parts.Texts.Length - 1;
        var keyboard = Keyboard.Of(_post.Buttons, _post.Actions);
        return new RenderResult.Fits([.. parts.Texts.Select((text, index) =>
        {
            var below = index == last ? keyboard : null;
            return index == 0 && captioned is not null ? Photo(captioned, text, below) : Message(text, below, isFirst: index == 0, isLast: index == last);
        })]);
    }

    private string Message(FormattedText text, InlineKeyboard? keyboard, bool isFirst, bool isLast) => JsonSerializer.Serialize(
        new SendMessage
        {
            ChatId = new ChatRef(_channel.Address.Id),
            MessageThreadId = Thread,
            Text = text.Text,
            Entities = text.EntityList,
            LinkPreviewOptions = Preview(isFirst, isLast),
            DisableNotification = IsSilent,
            ReplyMarkup = keyboard,
        },
        TelegramJson.Wire.SendMessage);

    private string Photo(PictureFile photo, FormattedText caption, InlineKeyboard? keyboard) => JsonSerializer.Serialize(
        new SendPhoto
        {
            ChatId = new ChatRef(_channel.Address.Id),
            MessageThreadId = Thread,
            Photo = AttachedPicture.ReferenceTo(photo.Name),
            Caption = caption.IsEmpty ? null : caption.Text,
            CaptionEntities = caption.EntityList,
            DisableNotification = IsSilent,
            ReplyMarkup = keyboard,
        },
        TelegramJson.Wire.SendPhoto);

    /// <summary>A picture that has only an address stands above the first text; a page's preview stands below the last one.</summary>
    private LinkPreviewOptions Preview(bool isFirst, bool isLast)
    {
        if (_picture is ShownPicture.Page picture)
        {
            return isFirst
                ? new LinkPreviewOptions(Url: picture.Url.AbsoluteUri, PreferLargeMedia: true, ShowAboveText: true)
                : new LinkPreviewOptions(IsDisabled: true);
        }

        return isLast && _channel.LinkPreview && _post.LinkPreview is { } page && LinkTarget.CanOpen(page)
            ? new LinkPreviewOptions(Url: page.AbsoluteUri)
            : new LinkPreviewOptions(IsDisabled: true);
    }

    private int? Thread => _channel.Address.Thread is { } thread && TelegramAddress.TryThread(thread, out var number) ? number : null;

    private bool? IsSilent => _post.Silent || _channel.Silent ? true : null;
}
