using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>Takes templates from the library that the composer writes posts with.</summary>
internal sealed class TemplateSources(TemplateLibrary library) : ITemplateSources
{
    public IReadOnlyList<string> Names => library.Shelf.Names;

    public IReadOnlyList<string> BuiltInLanguages { get; } = [.. library.Shelf.BuiltInLanguages.Order(StringComparer.Ordinal)];

    public TemplateText? Find(string name, string language, TalkCatalogue? catalogue) =>
        (catalogue is null ? library : library.Of(catalogue)).Shelf.Find(name, language) is { } source
            ? new TemplateText(source.Language, source.Text, source.Own?.Text.Where.File)
            : null;
}
