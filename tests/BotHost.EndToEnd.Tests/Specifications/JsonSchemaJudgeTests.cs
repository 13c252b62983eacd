using System.Text.Json;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>A judge that approves everything would pass every other test in here.</summary>
public sealed class JsonSchemaJudgeTests
{
    private static readonly JsonElement Document = Parse("""
        {
          "defs": {
            "id": { "type": "string", "format": "snowflake", "pattern": "^(0|[1-9][0-9]*)$" },
            "kind": { "type": "integer", "oneOf": [{ "title": "A", "const": 1 }, { "title": "B", "const": 2 }] },
            "row": { "type": "object", "properties": { "type": { "type": "integer", "enum": [1], "allOf": [{ "$ref": "#/defs/kind" }] }, "rows": { "type": "array" } }, "required": ["type"] },
            "button": { "type": "object", "properties": { "type": { "type": "integer", "enum": [2], "allOf": [{ "$ref": "#/defs/kind" }] }, "label": { "type": ["string", "null"], "maxLength": 3 } }, "required": ["type"] },
            "part": { "oneOf": [{ "$ref": "#/defs/row" }, { "$ref": "#/defs/button" }] },
            "closed": { "type": "object", "properties": { "a": { "type": "string" } }, "additionalProperties": false },
            "map": { "type": ["object", "null"], "additionalProperties": { "type": "string", "minLength": 1 }, "maxProperties": 2 }
          }
        }
        """);

    [Theory]
    [InlineData("a whole number is an integer", """{"type":"integer"}""", "1.0")]
    [InlineData("null where the list of types has it", """{"type":["string","null"]}""", "null")]
    [InlineData("three letters outside the basic plane are three characters", """{"type":"string","maxLength":3}""", "\"𝔞𝔟𝔠\"")]
    [InlineData("a reference", """{"$ref":"#/defs/id"}""", "\"910000000000000001\"")]
    [InlineData("the one form that its type chooses", """{"$ref":"#/defs/part"}""", """{"type":2,"label":"abc"}""")]
    [InlineData("any form", """{"anyOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":{"b":{"type":"string"}}}]}""", """{"a":"x","b":"y"}""")]
    [InlineData("names of a map are free", """{"$ref":"#/defs/map"}""", """{"ja":"x","en":"y"}""")]
    [InlineData("limits are for values of their kind", """{"maxLength":1,"minimum":5,"maxItems":0}""", "true")]
    public void What_keeps_to_the_schema_is_approved(string rule, string schema, string value) =>
        Assert.True(Judge(schema, value) is [], rule);

    [Theory]
    [InlineData("another type", """{"type":"string"}""", "1", "$: is number and not string")]
    [InlineData("null where the types lack it", """{"type":["string","integer"]}""", "null", "$: is null and not string or integer")]
    [InlineData("a fraction as an integer", """{"type":"integer"}""", "1.5", "$: is number and not integer")]
    [InlineData("a missing property", """{"type":"object","properties":{"a":{}},"required":["a"]}""", "{}", "$: lacks a")]
    [InlineData("a property that nobody named", """{"type":"object","properties":{"a":{}}}""", """{"b":1}""", "$.b: there is no such property")]
    [InlineData("one deep inside", """{"type":"object","properties":{"a":{"type":"array","items":{"$ref":"#/defs/button"}}}}""", """{"a":[{"type":2},{"type":2,"rows":[]}]}""", "$.a[1].rows: there is no such property")]
    [InlineData("a property of another form than the chosen", """{"$ref":"#/defs/part"}""", """{"type":2,"rows":[]}""", "$.rows: there is no such property")]
    [InlineData("a property of a closed object", """{"$ref":"#/defs/closed"}""", """{"b":1}""", "$.b: no further property is allowed")]
    [InlineData("a property through one of several forms that are all wrong", """{"$ref":"#/defs/part"}""", """{"type":2,"label":"abcd"}""", "$: fits none of 2 forms, least of all wrong: $.label: has 4 characters, at most 3 are allowed")]
    [InlineData("two forms at once", """{"oneOf":[{"type":"integer"},{"type":"number"}]}""", "1", "$: fits 2 of 2 forms that exclude each other")]
    [InlineData("no form of any", """{"anyOf":[{"type":"integer"},{"type":"null"}]}""", "\"x\"", "$: fits none of 2 forms")]
    [InlineData("one of all", """{"allOf":[{"type":"string"},{"type":"string","maxLength":1}]}""", "\"ab\"", "$: has 2 characters, at most 1 are allowed")]
    [InlineData("a word outside the list", """{"enum":["a","b"]}""", "\"c\"", "$: \"c\" is none of")]
    [InlineData("another constant", """{"const":1}""", "2", "$: 2 is not 1")]
    [InlineData("a constant that the reference leads to", """{"$ref":"#/defs/kind"}""", "3", "$: fits none of 2 forms")]
    [InlineData("too long", """{"type":"string","maxLength":3}""", "\"𝔞𝔟𝔠𝔡\"", "$: has 4 characters, at most 3 are allowed")]
    [InlineData("too short", """{"type":"string","minLength":1}""", "\"\"", "$: has 0 characters, at least 1 are needed")]
    [InlineData("too many items", """{"type":"array","maxItems":1}""", "[1,2]", "$: has 2 items, at most 1 are allowed")]
    [InlineData("too few items", """{"type":"array","minItems":1}""", "[]", "$: has 0 items, at least 1 are needed")]
    [InlineData("the same item twice", """{"type":"array","uniqueItems":true}""", """[{"a":1},{"a":1}]""", "$: has an item twice")]
    [InlineData("a wrong item", """{"type":"array","items":{"type":"string"}}""", "[\"a\",1]", "$[1]: is number and not string")]
    [InlineData("too much", """{"maximum":5}""", "6", "$: has 6 as a value, at most 5 are allowed")]
    [InlineData("too little", """{"minimum":5}""", "4", "$: has 4 as a value, at least 5 are needed")]
    [InlineData("a value of a map", """{"$ref":"#/defs/map"}""", """{"ja":""}""", "$.ja: has 0 characters, at least 1 are needed")]
    [InlineData("too many names in a map", """{"$ref":"#/defs/map"}""", """{"a":"x","b":"y","c":"z"}""", "$: has 3 properties, at most 2 are allowed")]
    [InlineData("another pattern", """{"pattern":"^a+$"}""", "\"ab\"", "$: \"ab\" does not match ^a+$")]
    [InlineData("no id", """{"format":"snowflake"}""", "\"12x\"", "$: \"12x\" is no snowflake")]
    [InlineData("an id beyond 64 bits", """{"format":"snowflake"}""", "\"99999999999999999999\"", "is no snowflake")]
    [InlineData("beyond 32 bits", """{"type":"integer","format":"int32"}""", "2147483648", "$: 2147483648 is no int32")]
    [InlineData("no address", """{"format":"uri"}""", "\"example.org/x\"", "is no uri")]
    [InlineData("no time", """{"format":"date-time"}""", "\"tomorrow\"", "is no date-time")]
    public void What_breaks_the_schema_is_refused_with_place_and_reason(string rule, string schema, string value, string breach)
    {
        var breaches = Judge(schema, value);

        Assert.True(breaches.Count == 1, $"{rule}: {string.Join(" | ", breaches)}");
        Assert.Contains(breach, breaches[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"not":{"type":"string"}}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"format":"emoji"}""")]
    [InlineData("""{"$ref":"other.json#/a"}""")]
    public void What_the_judge_does_not_know_it_does_not_approve(string schema) =>
        Assert.Throws<NotSupportedException>(() => Judge(schema, "1"));

    private static IReadOnlyList<string> Judge(string schema, string value) => new JsonSchemaJudge(Document).Judge(Parse(value), Parse(schema));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
