namespace BotHost.Posts.Templates;

/// <summary>Follows the parts that a template calls.</summary>
internal static class PartCalls
{
    /// <summary>The template, then every part that it calls and that these call, each once.</summary>
    public static IReadOnlyList<TemplateSource> Of(TemplateSource source, IReadOnlyDictionary<string, TemplateSource> set)
    {
        var all = new List<TemplateSource> { source };
        for (var index = 0; index < all.Count; index++)
        {
            all.AddRange(In(all[index]).Select(call => set.GetValueOrDefault(call.Name)).OfType<TemplateSource>().Distinct().Except(all).ToList());
        }

        return all;
    }

    /// <summary>The calls in one text, in their order.</summary>
    public static IEnumerable<(string Name, TemplateMark Mark)> In(TemplateSource source) =>
        from mark in source.Text.Length > TemplateCheck.MaxLength ? [] : TemplateMarks.In(source.Text)
        where mark.Kind is TemplateMarkKind.Tag && mark.Words.StartsWith('>')
        select (mark.Words[1..].Trim(TemplateMarks.Spaces), mark);
}
