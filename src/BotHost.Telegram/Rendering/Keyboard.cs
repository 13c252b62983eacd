using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Rendering;

/// <summary>Buttons below a message, one in each row, so that labels stay whole on a phone.</summary>
/// <remarks>What is more than the platform takes is left out from the end of the links: the text tells those as well. Decisions are told nowhere else and all stay.</remarks>
internal static class Keyboard
{
    public const int MaxButtons = 100;

    /// <summary>The platform refuses keyboards of about 10 kB; what it counts beside labels and addresses is not known.</summary>
    public const int MaxBytes = 9_000;

    /// <summary>In UTF-16 units; longer addresses open from the text alone.</summary>
    public const int MaxUrl = 2048;

    /// <summary>In UTF-16 units; nobody reads more on a button.</summary>
    public const int MaxLabel = 64;

    /// <summary>In UTF-16 units; of longer hosts the end is shown, which says whose they are.</summary>
    private const int MaxHost = 40;

    private const int BytesAround = 32;

    private const string Ellipsis = "…";

    public static InlineKeyboard? Of(ImmutableArray<LinkButton> links, ImmutableArray<ActionButton> actions = default)
    {
        var acting = (actions.IsDefault ? [] : actions)
            .Where(action => CleanText.IsVisible(action.Label))
            .Select(action => new InlineButton(Label(action.Label), CallbackData: action.Data, Style: StyleOf(action.Style)))
            .ToList();
        var buttons = MaxButtons - acting.Count;
        var bytes = MaxBytes - acting.Sum(Weight);
        var opening = (links.IsDefault ? [] : links)
            .Where(link => IsButton(link.Url) && CleanText.IsVisible(link.Label))
            .Select(link => new InlineButton(Label(link), Url: link.Url.AbsoluteUri))
            .TakeWhile((button, index) => index < buttons && (bytes -= Weight(button)) >= 0);
        InlineButton[][] rows = [.. opening.Concat(acting).Select(button => new[] { button })];
        return rows.Length == 0 ? null : new InlineKeyboard(rows);
    }

    /// <summary>One button to a name without a dot, such as a machine of one's own, and the platform refuses the whole message.</summary>
    private static bool IsButton(Uri url) =>
        LinkTarget.CanOpen(url)
        && url.AbsoluteUri.Length <= MaxUrl
        && (url.HostNameType is UriHostNameType.IPv6 || LinkTarget.HostOf(url)!.Contains('.', StringComparison.Ordinal));

    private static int Weight(InlineButton button) =>
        BytesAround + Encoding.UTF8.GetByteCount(button.Text) + Encoding.UTF8.GetByteCount(button.Url ?? button.CallbackData ?? "");

    private static string Label(string label) => Shortened(OneLine(label), MaxLabel);

    /// <summary>A label that looks like another site, whole or shortened, gets the real one beside it.</summary>
    private static string Label(LinkButton link)
    {
        var line = OneLine(link.Label);
        var shortened = Shortened(line, MaxLabel);
        if ((LinkHonesty.HostToShow(line, link.Url) ?? LinkHonesty.HostToShow(shortened, link.Url)) is not { } host)
        {
            return shortened;
        }

        var real = $" ({(host.Length <= MaxHost ? host : Ellipsis + host[^(MaxHost - 1)..])})";
        return Shortened(line, MaxLabel - real.Length) + real;
    }

    private static string OneLine(string label) => CleanText.Clean(label).Replace('\n', ' ').Trim();

    private static string Shortened(string line, int most)
    {
        if (line.Length <= most)
        {
            return line;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(line, end) is var next && next < most)
        {
            end = next;
        }

        var word = line.LastIndexOf(' ', end);
        return (word > most / 2 ? line[..word] : line[..end]).TrimEnd() + Ellipsis;
    }

    private static string? StyleOf(ActionStyle style) => style switch
    {
        ActionStyle.Primary => "primary",
        ActionStyle.Danger => "danger",
        _ => null,
    };
}
