using BotHost.Announcements.Talks;

namespace BotHost.Posts;

/// <summary>Shows the texts that posts are made of, for whoever wants to write their own.</summary>
public interface ITemplateSources
{
    /// <summary>What can be overridden: the posts, and the parts that they share.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The languages whose templates come with the program.</summary>
    IReadOnlyList<string> BuiltInLanguages { get; }

    /// <summary>The template that a language's readers get; null where there is none of that name.</summary>
    /// <param name="name">One of <see cref="Names"/>, or a part of the organiser's own.</param>
    /// <param name="language">A BCP 47 tag.</param>
    /// <param name="catalogue">Whose templates stand over the built-in ones; null for the built-in ones alone.</param>
    TemplateText? Find(string name, string language, TalkCatalogue? catalogue);
}
