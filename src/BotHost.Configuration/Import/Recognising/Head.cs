namespace BotHost.Configuration.Import.Recognising;

/// <summary>What the first lines of an announcement say.</summary>
internal sealed class Head
{
    public string? Heading { get; set; }

    public string? Series { get; set; }

    public string? Number { get; set; }

    public string? Title { get; set; }

    public string? Subtitle { get; set; }

    /// <summary>The line of the series, whose words around the number are understood.</summary>
    public string? SeriesLine { get; set; }
}
