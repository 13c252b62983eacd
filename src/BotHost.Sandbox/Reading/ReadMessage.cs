namespace BotHost.Sandbox.Reading;

/// <summary>What a message says to people once its platform has read it: found by the platform's own rules, not by whoever wrote it.</summary>
public sealed record ReadMessage
{
    /// <summary>The small line above the title of a frame; null on platforms and in messages without one.</summary>
    public string? Author { get; init; }

    /// <summary>The title of a frame; else the first heading, which is where there are no headings the first line that is bold as a whole.</summary>
    public string? Title { get; init; }

    /// <summary>Everything that stands there to be read, from top to bottom, without any markup. Items of lists begin with a bullet or their number.</summary>
    public required string Text { get; init; }

    /// <summary>The text that is outside of every frame.</summary>
    public required string Outside { get; init; }

    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Every place that leads to a page when it is tapped, buttons excepted.</summary>
    public required IReadOnlyList<ReadLink> Links { get; init; }

    /// <summary>Who is named so that the platform knows them: <c>everyone</c>, <c>here</c>, <c>user:ID</c>, <c>role:ID</c>, <c>channel:ID</c>, <c>@name</c>.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }

    /// <summary>Those of <see cref="Mentions"/> whose phones ring.</summary>
    public required IReadOnlyList<string> Pings { get; init; }

    /// <summary>Words that call a bot when they are tapped.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    public IReadOnlyList<string> Hashtags { get; init; } = [];

    public required IReadOnlyList<ReadTime> Times { get; init; }

    public required IReadOnlyList<ReadPicture> Pictures { get; init; }

    public required IReadOnlyList<ReadButton> Buttons { get; init; }

    /// <summary>The page of which the platform shows a preview; null: of none.</summary>
    public string? LinkPreview { get; init; }

    public bool IsSilent { get; init; }

    public IReadOnlyList<string> Lines => Text.Split('\n');

    /// <summary>Words alone.</summary>
    public static ReadMessage Of(string text) => new()
    {
        Text = text, Outside = text, Headings = [], Links = [], Mentions = [], Pings = [], Times = [], Pictures = [], Buttons = [],
    };
}
