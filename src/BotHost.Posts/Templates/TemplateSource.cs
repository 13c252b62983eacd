using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;

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

    /// <summary>The organiser's file; null for what comes with the program.</summary>
    public TemplateFile? Own { get; init; }

    public bool IsPost => PostNames.Contains(Name);

    public static IReadOnlyList<string> PostNames { get; } = [.. Enum.GetValues<StepKind>().Select(NameOf)];

    public static string NameOf(StepKind kind) => kind.ToString().ToLowerInvariant();

    public static TemplateSource Of(TemplateFile file) => new(file.Language, file.Name, file.Text.Text) { Own = file };

    /// <summary>The place of one character of the text.</summary>
    public SourceSpan At(int index)
    {
        if (Own is not null)
        {
            return Own.Text.At(index);
        }

        var before = Text.AsSpan(0, index);
        return new SourceSpan($"templates/{Language}/{Name}{Extension}", before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
