using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Buttons below a message, one in each row, so that labels stay whole on a phone.</summary>
internal static class Keyboard
{
    public static InlineKeyboard? Of(ImmutableArray<LinkButton> links, ImmutableArray<ActionButton> actions = default)
    {
        IEnumerable<InlineButton> opening = (links.IsDefault ? [] : links)
            .Where(link => LinkTarget.CanOpen(link.Url) && CleanText.IsVisible(link.Label))
            .Select(link => new InlineButton(Label(link.Label), Url: link.Url.AbsoluteUri));
        IEnumerable<InlineButton> acting = (actions.IsDefault ? [] : actions)
            .Where(action => CleanText.IsVisible(action.Label))
            .Select(action => new InlineButton(Label(action.Label), CallbackData: action.Data, Style: StyleOf(action.Style)));
        InlineButton[][] rows = [.. opening.Concat(acting).Select(button => new[] { button })];
        return rows.Length == 0 ? null : new InlineKeyboard(rows);
    }

    private static string Label(string label) => CleanText.Clean(label).Replace('\n', ' ').Trim();

    private static string? StyleOf(ActionStyle style) => style switch
    {
        ActionStyle.Primary => "primary",
        ActionStyle.Danger => "danger",
        _ => null,
    };
}
