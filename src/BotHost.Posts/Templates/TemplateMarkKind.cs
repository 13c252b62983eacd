namespace BotHost.Posts.Templates;

/// <summary>What can stand in a template besides words.</summary>
internal enum TemplateMarkKind
{
    /// <summary>Two braces, words, two braces.</summary>
    Tag,

    /// <summary>Three braces, or two and an ampersand: a value that nobody escapes.</summary>
    Raw,

    /// <summary>A note that no reader sees.</summary>
    Comment,

    /// <summary>A backslash before the braces: they would be shown.</summary>
    Escaped,

    /// <summary>Braces that nothing closes.</summary>
    Unclosed,

    /// <summary>A line of three hyphens.</summary>
    Divider,
}
