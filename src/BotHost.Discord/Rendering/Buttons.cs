using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.Rendering;

/// <summary>Makes rows of buttons. Pure.</summary>
internal static class Buttons
{
    public static IEnumerable<Button> Of(IEnumerable<LinkButton> links) => links
        .Where(link => LinkWords.IsWeb(link.Url))
        .Select(link => new Button(Button.Link, Label(link), link.Url.AbsoluteUri));

    public static IEnumerable<Button> Of(IEnumerable<ActionButton> actions) => actions
        .DistinctBy(action => action.Data)
        .Select(action => new Button(StyleOf(action.Style), Shorten(action.Label, action.Verb), CustomId: action.Data));

    public static ActionRow[] Rows(IEnumerable<Button> buttons) =>
    [
        .. buttons
            .Chunk(DiscordLimits.ButtonsInRow)
            .Take(DiscordLimits.Rows)
            .Select(row => new ActionRow(row)),
    ];

    private static string Label(LinkButton link)
    {
        if (LinkWords.HostToShow(link.Label, link.Url) is not { } host)
        {
            return Shorten(link.Label, LinkWords.HostOf(link.Url));
        }

        var real = Measure.Shorten($" ({host})", DiscordLimits.ButtonLabel / 2);
        return PlainWords.Fit(link.Label, DiscordLimits.ButtonLabel - Measure.CodePoints(real)) + real;
    }

    private static string Shorten(string label, string otherwise) =>
        PlainWords.Fit(VisibleWords.Any(label) ? label : otherwise, DiscordLimits.ButtonLabel);

    private static int StyleOf(ActionStyle style) => style switch
    {
        ActionStyle.Primary => Button.Primary,
        ActionStyle.Danger => Button.Danger,
        _ => Button.Secondary,
    };
}
