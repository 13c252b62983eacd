namespace BotHost.Posts.Templates;

/// <summary>What a post's template is made of.</summary>
/// <param name="Lead">The line that notifications show.</param>
/// <param name="Body">What it tells in the channel's first language.</param>
/// <param name="Second">What it tells in each further one.</param>
internal sealed record PostPieces(TemplatePiece Lead, TemplatePiece Body, TemplatePiece Second)
{
    /// <param name="post">A template that was checked.</param>
    /// <param name="set">Its language's templates and parts, by name.</param>
    public static PostPieces Of(TemplateSource post, IReadOnlyDictionary<string, TemplateSource> set)
    {
        var dividers = TemplateMarks.In(post.Text).Where(mark => mark.Kind is TemplateMarkKind.Divider).ToList();
        var bodyEnd = dividers.Count > 1 ? dividers[1].Index : post.Text.Length;
        return new PostPieces(
            new TemplatePiece(post, 0, dividers[0].Index),
            new TemplatePiece(post, dividers[0].End, bodyEnd),
            dividers.Count > 1 ? new TemplatePiece(post, dividers[1].End, post.Text.Length) : TemplatePiece.Of(set[TemplateSource.Second]));
    }
}
