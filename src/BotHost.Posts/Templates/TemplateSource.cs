using BotHost.Announcements.Campaigns;

namespace BotHost.Posts.Templates;

/// <summary>The text of one template or of a part that templates share.</summary>
/// <param name="Language">A BCP 47 tag, as the folder is called.</param>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Text">Handlebars that write Markdown.</param>
internal sealed record TemplateSource(string Language, string Name, string Text)
{
    public const string Extension = ".md";

    /// <summary>
    /// The line between the one-line lead and the body; a second one stands above what is told where the language does not lead,
    /// for which posts without it call the part <see cref="Second"/>.
    /// </summary>
    public const string Divider = "---";

    /// <summary>The part that tells a talk in a language that does not lead.</summary>
    public const string Second = "second";

    /// <summary>The part that holds the words of the button which leads to the talk online.</summary>
    public const string JoinLabel = "join";

    public string File => $"templates/{Language}/{Name}{Extension}";

    public bool IsPost => Enum.GetValues<StepKind>().Any(kind => NameOf(kind) == Name);

    public static string NameOf(StepKind kind) => kind.ToString().ToLowerInvariant();
}
