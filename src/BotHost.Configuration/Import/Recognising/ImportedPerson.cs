namespace BotHost.Configuration.Import.Recognising;

/// <summary>A person of the announcement, while it is read.</summary>
internal sealed class ImportedPerson(string name, string role)
{
    public string Name { get; } = name;

    public string Role { get; } = role;

    public string? NativeName { get; set; }

    /// <summary>The name in other letters, where the announcement puts the native one first.</summary>
    public string? Alias { get; set; }

    public string? Reading { get; set; }

    public string? Headline { get; set; }

    /// <summary>The title that stands in quotes behind the name: it is the talk's, and no word about the person.</summary>
    public string? Quoted { get; set; }

    /// <summary>Lines of the bio; an empty one parts paragraphs.</summary>
    public List<string> Bio { get; } = [];
}
