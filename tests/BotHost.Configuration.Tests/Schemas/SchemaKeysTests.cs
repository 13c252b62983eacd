using System.Collections.Immutable;
using System.Reflection;
using BotHost.Configuration.Entries;
using BotHost.Configuration.Values;
using Newtonsoft.Json.Linq;

namespace BotHost.Configuration.Tests.Schemas;

/// <summary>Holds the schemas to the keys and words that the readers know, each at its place.</summary>
public sealed class SchemaKeysTests
{
    /// <summary>The links that are written short have their kind for a key, and a label.</summary>
    private static readonly ImmutableArray<string> ShortLink = ["label"];

    private static readonly Dictionary<string, ImmutableArray<string>> Places = new()
    {
        ["bothost"] = Shapes.Main,
        ["bothost properties.community"] = Shapes.Community,
        ["bothost definitions.extraZone.anyOf[1]"] = Shapes.ExtraZone,
        ["bothost definitions.series"] = Shapes.Series,
        ["bothost definitions.series.properties.translations.patternProperties.*"] = Shapes.SeriesTranslation,
        ["bothost definitions.place.anyOf[1]"] = Shapes.Place,
        ["bothost definitions.channel"] = Shapes.Channel,
        ["bothost definitions.channel.properties.quiet_hours.anyOf[1]"] = Shapes.QuietHours,
        ["bothost definitions.step"] = Shapes.Step,
        ["bothost definitions.moderators"] = Shapes.Moderators,
        ["bothost definitions.moderatorPlace"] = Shapes.ModeratorPlace,
        ["talk"] = Shapes.Talk,
        ["talk properties.start.anyOf[2]"] = Shapes.Start,
        ["talk properties.online.anyOf[1]"] = Shapes.Online,
        ["talk properties.people.items"] = Shapes.TalkPerson,
        ["talk properties.translations.patternProperties.*"] = Shapes.TalkTranslation,
        ["talk definitions.place.anyOf[1]"] = Shapes.Place,
        ["talk definitions.link.anyOf[0]"] = Shapes.Link,
        ["talk definitions.link.anyOf[1]"] = ShortLink,
        ["talk definitions.picture.anyOf[2]"] = Shapes.Picture,
        ["person"] = Shapes.Person,
        ["person properties.handles"] = Shapes.Handles,
        ["person properties.translations.patternProperties.*"] = Shapes.PersonTranslation,
        ["person definitions.link.anyOf[0]"] = Shapes.Link,
        ["person definitions.link.anyOf[1]"] = ShortLink,
        ["person definitions.picture.anyOf[2]"] = Shapes.Picture,
    };

    private static readonly Dictionary<string, string> Choices = new()
    {
        ["bothost definitions.series.properties.listed"] = Forms.Listed.Example,
        ["bothost definitions.channel.properties.posts"] = Forms.Posts.Example,
        ["bothost definitions.channel.properties.purpose"] = Forms.Purpose.Example,
        ["bothost definitions.step.properties.kind"] = Forms.Kind.Example,
        ["bothost definitions.step.properties.template"] = Forms.Template.Example,
        ["bothost definitions.step.properties.approval"] = Forms.Approval.Example,
        ["talk properties.status"] = Forms.Status.Example,
        ["talk properties.approval"] = Forms.Approval.Example,
    };

    [Fact]
    public void Every_key_of_the_readers_is_in_the_schemas_at_its_place_and_no_other()
    {
        var found = Objects().ToDictionary(entry => entry.Place, entry => Keys(entry.Schema));

        Assert.Equal(Places.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(Places, place => Assert.Equal(place.Value.AsEnumerable(), found[place.Key]));
    }

    [Fact]
    public void Every_shape_of_the_readers_has_a_place()
    {
        var shapes = typeof(Shapes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(ImmutableArray<string>));

        var homeless = shapes.Where(field => !Places.ContainsValue((ImmutableArray<string>)field.GetValue(null)!)).Select(field => field.Name);

        Assert.Empty(homeless);
    }

    [Fact]
    public void Keys_that_nobody_knows_are_refused_everywhere() =>
        Assert.All(Objects(), entry => Assert.True(entry.Schema["additionalProperties"]?.Value<bool>() is false, entry.Place));

    [Fact]
    public void Every_key_says_what_it_is_for()
    {
        var silent = Objects().SelectMany(entry => ((JObject)entry.Schema["properties"]!).Properties()
            .Where(property => property.Value["description"]?.Value<string>() is not { Length: > 10 } text || text[^1] is not ('.' or '?'))
            .Select(property => $"{entry.Place}: {property.Name}"));

        Assert.Empty(silent);
    }

    [Fact]
    public void Words_to_choose_from_are_those_of_the_readers()
    {
        var found = Schema.All
            .SelectMany(schema => schema.Document.Descendants().OfType<JProperty>().Where(property => property.Name == "enum").Select(property => (schema.Name, property)))
            .ToDictionary(entry => $"{entry.Name} {entry.property.Parent!.Path}", entry => $"one of: {string.Join(", ", entry.property.Value.Values<string>())}");

        Assert.Equal(Choices.OrderBy(entry => entry.Key, StringComparer.Ordinal), found.OrderBy(entry => entry.Key, StringComparer.Ordinal));
    }

    /// <summary>Every part of a schema that lists keys.</summary>
    private static IEnumerable<(string Place, JObject Schema)> Objects() =>
        from schema in Schema.All
        from part in schema.Document.DescendantsAndSelf().OfType<JObject>()
        where part["properties"] is JObject && part.Parent is not JProperty { Name: "properties" }
        select (PlaceOf(schema, part), part);

    private static string PlaceOf(Schema schema, JObject part)
    {
        // The key of a translation is a pattern, which no table wants to repeat.
        var path = part.Parent is JProperty { Parent.Parent: JProperty { Name: "patternProperties" } pattern } ? $"{pattern.Path}.*" : part.Path;
        return path.Length == 0 ? schema.Name : $"{schema.Name} {path}";
    }

    private static IEnumerable<string> Keys(JObject schema) => ((JObject)schema["properties"]!).Properties().Select(property => property.Name);
}
