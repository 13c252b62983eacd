using System.Text.RegularExpressions;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>What is known to be wrong and waits for its room. A finding that looks so is not told; each goes with its repair.</summary>
internal static partial class KnownHoles
{
    public static IReadOnlyList<string> Without(IEnumerable<string> problems) => [.. problems.Where(problem => !Waiting().IsMatch(problem))];

    // Addresses of other programs in plain text; an underscore that ends nothing before an address; a label that looks like another site;
    // words of a link that cannot be seen; a line end inside a headline; an address behind a letter, or ended by an angle bracket, with a name in it;
    // letters before the scheme in the words of a link; code that holds the mark of the style around it.
    [GeneratedRegex(@"steam://|discord://|then «_|look like «|shown «[^»]*» then «\[\\u|«\[\]\(|\\u0085|\\u000d|reaches [@/]|shown «[^»]*» then «`|tg://|then «[^»]*://")]
    private static partial Regex Waiting();
}
