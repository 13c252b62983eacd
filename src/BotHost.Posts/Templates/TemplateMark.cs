namespace BotHost.Posts.Templates;

/// <summary>A place in a template that is more than words.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Index">Where it begins.</param>
/// <param name="Length">Up to the last brace, or to the end of the line.</param>
/// <param name="Words">What a tag says between its braces, without the signs that take space away.</param>
internal sealed record TemplateMark(TemplateMarkKind Kind, int Index, int Length, string Words = "")
{
    public int End => Index + Length;
}
