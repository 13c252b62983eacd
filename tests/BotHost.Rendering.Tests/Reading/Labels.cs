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

    /// <summary>Labels that are cut inside what is read as one character.</summary>
    public static IEnumerable<string> Torn(Post post, IEnumerable<string> written)
    {
        var given = written.Select(Visible.Normal).ToList();
        return post.Buttons.Select(button => Visible.Normal(button.Label))
            .Where(label => label.EndsWith('…') && !given.Exists(whole => IsWhole(whole, label[..^1].TrimEnd())))
            .Select(label => $"the label «{Escaped.Of(label)}» is cut in a bad place");
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
