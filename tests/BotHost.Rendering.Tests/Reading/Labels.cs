using System.Globalization;
using BotHost.Announcements.Platforms;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>Labels of buttons, which alone may be cut.</summary>
internal static class Labels
{
    /// <summary>Whether it is the label that was given, whole or cut between what is read as one character, with or without its real site.</summary>
    public static bool IsHonest(string shown, LinkButton button)
    {
        var (visible, given) = (Visible.Normal(shown), Visible.Normal(button.Label));
        var site = $"({Hosts.Of(button.Url)})";
        if (visible.EndsWith(site, StringComparison.Ordinal) && given != visible)
        {
            visible = visible[..^site.Length].TrimEnd();
        }

        if (visible == given || visible == Hosts.Of(button.Url))
        {
            return true;
        }

        // A site that has no room whole is cut as well.
        var cut = visible.IndexOf('…', StringComparison.Ordinal);
        return cut >= 0 && IsWhole(given, visible[..cut].TrimEnd());
    }

    private static bool IsWhole(string given, string part)
    {
        if (!given.StartsWith(part, StringComparison.Ordinal))
        {
            return false;
        }

        var borders = StringInfo.ParseCombiningCharacters(given);
        return part.Length == given.Length || borders.Contains(part.Length);
    }
}
