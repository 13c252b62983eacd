using System.Collections.Immutable;
using System.Text.Json;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes the exact <c>sendMessage</c> and <c>sendPhoto</c> calls of a post. Pure.</summary>
internal sealed class PostRenderer
{
    private readonly Post _post;
    private readonly Channel _channel;
    private readonly StandingPost? _standing;
    private readonly ShownPicture? _picture;

    private PostRenderer(Post post, Channel channel)
    {
        _post = post;
        _channel = channel;
        _standing = StandingPost.Of(post);
        _picture = _standing switch
        {
            // What shows a picture goes on showing one, whatever layout the channel has now: another one, or the same.
            { Photo: { } shown } => ShownPicture.Of(post) as ShownPicture.File ?? new ShownPicture.File(shown),
            _ => PostLayouts.Of(channel) is PostLayout.Text ? null : ShownPicture.Of(post),
        };
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

        if (_picture is not ShownPicture.File { Name: var photo } || _standing is { Photo: null })
        {
            return Messages(parts.Fit(TextRoom.Message, TextRoom.Message, _standing?.Texts), captioned: null);
        }

        var isBelow = _standing?.OpensBelowPhoto ?? PostLayouts.Of(_channel) switch
        {
            PostLayout.Caption => true,
            PostLayout.Standard => TextRoom.Caption.Holds(parts.Whole),
            _ => false,
        };
        return isBelow
            ? Messages(parts.Fit(TextRoom.Caption, TextRoom.Message, _standing?.Texts), captioned: photo)
            : PictureThenText(photo, parts, language);
    }

    /// <summary>Whoever is called is called by the first message, which is the picture then.</summary>
    /// <remarks>One message alone makes a sound: the one that calls, else the text, which has something to say.</remarks>
    private RenderResult PictureThenText(string photo, PostParts parts, string language)
    {
        var mention = PostText.MentionOf(_post);
        var below = mention is null ? parts : new PostParts(_post with { Mention = null }, language);
        var texts = Messages(
            below.Fit(TextRoom.Message, TextRoom.Message, _standing?.Texts),
            captioned: null,
            isHeard: mention is null);
        return texts is RenderResult.Fits fits
            ? new RenderResult.Fits(fits.Payloads.Insert(0, Photo(photo, new FormattedText(mention ?? "", []), keyboard: null, isHeard: mention is not null)))
            {
                Opening = 1,
            }
            : texts;
    }

    /// <summary>The first of them may be heard; what goes on in the next ones is no news.</summary>
    private RenderResult Messages(
        (ImmutableArray<FormattedText> Texts, RenderResult.TooLong? Misfit) parts, string? captioned, bool isHeard = true)
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
            return index == 0 && captioned is not null
                ? Photo(captioned, text, below, isHeard)
                : Message(text, below, isFirst: index == 0, isLast: index == last, isHeard: isHeard && index == 0);
        })]);
    }

    private string Message(FormattedText text, InlineKeyboard? keyboard, bool isFirst, bool isLast, bool isHeard) => JsonSerializer.Serialize(
        new SendMessage
        {
            ChatId = new ChatRef(_channel.Address.Id),
            MessageThreadId = Thread,
            Text = text.Text,
            Entities = text.EntityList,
            LinkPreviewOptions = Preview(isFirst, isLast),
            DisableNotification = SilentUnless(isHeard),
            ReplyMarkup = keyboard,
        },
        TelegramJson.Wire.SendMessage);

    private string Photo(string photo, FormattedText caption, InlineKeyboard? keyboard, bool isHeard) => JsonSerializer.Serialize(
        new SendPhoto
        {
            ChatId = new ChatRef(_channel.Address.Id),
            MessageThreadId = Thread,
            Photo = AttachedPicture.ReferenceTo(photo),
            Caption = caption.IsEmpty ? null : caption.Text,
            CaptionEntities = caption.EntityList,
            DisableNotification = SilentUnless(isHeard),
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

    private bool? SilentUnless(bool isHeard) => !isHeard || _post.Silent || _channel.Silent ? true : null;
}
