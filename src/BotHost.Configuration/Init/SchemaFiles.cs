using System.Collections.Immutable;

namespace BotHost.Configuration.Init;

/// <summary>The JSON Schemas by which editors complete and check the config while it is typed; the same files that stand in the shipped config.</summary>
internal static class SchemaFiles
{
    public const string Folder = "schema";

    private static readonly ImmutableArray<string> Names = ["bothost.schema.json", "talk.schema.json", "person.schema.json"];

    public static IEnumerable<(string Name, string Text)> All => Names.Select(name => (name, Read(name)));

    private static string Read(string name)
    {
        using var stream = typeof(SchemaFiles).Assembly.GetManifestResourceStream($"{Folder}/{name}")
            ?? throw new InvalidOperationException($"The schema {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
