namespace BotHost.Posts.Templates;

/// <summary>A stretch of a template, from one divider to the next.</summary>
/// <param name="Source">The template.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">Behind its last one.</param>
internal readonly record struct TemplatePiece(TemplateSource Source, int Start, int End)
{
    /// <summary>All of a part.</summary>
    public static TemplatePiece Of(TemplateSource source) => new(source, 0, source.Text.Length);
}
