using System.Collections.Immutable;
using BotHost.Configuration.Tests.Builders;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace BotHost.Configuration.Tests.Schemas;

/// <summary>One of the shipped schemas, as a document and as a judge.</summary>
internal sealed class Schema
{
    private readonly JsonSchema _judge;

    private Schema(string name)
    {
        Name = name;
        var text = File.ReadAllText(Path.Combine(ConfigOnDisk.Repository, "config", "schema", $"{name}.schema.json"));
        Document = JObject.Parse(text);
        _judge = JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    public static ImmutableArray<Schema> All { get; } = [new("bothost"), new("talk"), new("person")];

    public string Name { get; }

    public JObject Document { get; }

    /// <summary>The one for a file, by its path in the config folder.</summary>
    public static Schema For(string path) => path.Split('/')[0] switch
    {
        "talks" => All[1],
        "people" => All[2],
        _ => All[0],
    };

    /// <summary>What it finds in a file; null where the file is no YAML and an editor says so by itself.</summary>
    public IReadOnlyList<string>? Judge(string path) => YamlAsJson.Read(path) is { } value
        ? [.. _judge.Validate(value).Select(error => error.ToString())]
        : null;
}
