using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.EndToEnd.Tests.Specifications;

public sealed class DiscordSpecificationTests
{
    private const string Create = "POST /channels/{channel}/messages";
    private const string Menu = "PUT /applications/{application}/commands";
    private const string Callback = "POST /interactions/{interaction}/{token}/callback";
    private const string Original = "PATCH /webhooks/{application}/{token}/messages/@original";

    [Theory]
    [InlineData(Create, """{"content":"x","allowed_mentions":{"parse":[]},"nonce":"abc","enforce_nonce":true}""")]
    [InlineData(Create, """{"embeds":[{"title":"x","url":"https://example.org/"}],"components":[{"type":1,"components":[{"type":2,"style":5,"label":"x","url":"https://example.org/"}]}]}""")]
    [InlineData(Menu, """[{"name":"next","type":1,"description":"x","default_member_permissions":"32","contexts":[0,1],"integration_types":[0]}]""")]
    [InlineData(Callback, """{"type":8,"data":{"choices":[{"name":"x","value":"y"}]}}""")]
    [InlineData(Callback, """{"type":6}""")]
    [InlineData(Original, """{"content":"x"}""")]
    [InlineData("DELETE /webhooks/{application}/{token}/messages/@original", null)]
    [InlineData("GET /gateway/bot", null)]
    public void A_right_request_is_approved(string route, string? body) => Assert.Empty(Judge(route, null, body));

    [Theory]
    [InlineData("POST /channels/{channel}/message", "{}", "there is no such route")]
    [InlineData("PUT /channels/{channel}/messages", "{}", "there is no such route")]
    [InlineData(Create, null, "the body is missing")]
    [InlineData("GET /gateway/bot", "{}", "this route takes no body")]
    [InlineData(Create, """{"text":"x"}""", "$.text: there is no such property")]
    [InlineData(Create, """{"allowed_mentions":{"parse":["all"]}}""", "$.allowed_mentions")]
    [InlineData(Create, """{"allowed_mentions":{"parse":[],"user":[]}}""", "$.allowed_mentions.user: there is no such property")]
    [InlineData(Create, """{"content":5}""", "$.content: is number and not string or null")]
    [InlineData(Create, """{"nonce":"12345678901234567890123456"}""", "$.nonce: fits none of 3 forms")]
    [InlineData(Create, """{"embeds":[{"colour":1}]}""", "$.embeds[0].colour: there is no such property")]
    [InlineData(Create, """{"embeds":[{"url":"example"}]}""", "$.embeds[0].url: \"example\" is no uri")]
    [InlineData(Create, """{"components":[{"type":2,"style":1,"custom_id":"x"}]}""", "$.components[0]: fits none of 7 forms")]
    [InlineData(Create, """{"components":[{"type":1,"components":[]}]}""", "at least 1 are needed")]
    [InlineData(Create, """{"components":[{"type":1,"components":[{"type":2,"style":9}]}]}""", "$.components[0]")]
    [InlineData(Menu, """[{"description":"x"}]""", "$[0]: lacks name")]
    [InlineData(Menu, """[{"name":"next","contexts":[7]}]""", "$[0].contexts[0]")]
    [InlineData(Menu, """[{"name":"next","default_member_permissions":"manage_guild"}]""", "does not match")]
    [InlineData(Menu, """[{"name":"next","options":[{"type":3,"name":"talk"}]}]""", "lacks description")]
    [InlineData(Callback, """{"type":2}""", "$: fits none of 7 forms")]
    [InlineData(Callback, """{"type":8,"data":{"choices":[{"name":"x"}]}}""", "lacks value")]
    [InlineData(Callback, """{"type":4,"data":{"content":"x","nonce":"y"}}""", "$.data.nonce: there is no such property")]
    public void A_wrong_request_is_refused(string route, string? body, string breach) =>
        Assert.Contains(Judge(route, null, body), found => found.Contains(breach, StringComparison.Ordinal));

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        var body = new JsonObject { ["embeds"] = new JsonArray(new JsonObject { ["title"] = new string('x', 257) }) };

        Assert.Equal(["$.embeds[0].title: has 257 characters, at most 256 are allowed"], Judge(Create, null, body.ToJsonString()));
    }

    [Theory]
    [InlineData("limit=100&after=910000000000000001", null)]
    [InlineData("limit=101", "?limit: has 101 as a value, at most 100 are allowed")]
    [InlineData("limit=many", "?limit: is string and not integer")]
    [InlineData("after=yesterday", "?after:")]
    [InlineData("first=1", "?first: there is no such parameter")]
    public void The_query_is_judged_as_well(string query, string? breach)
    {
        var breaches = Judge("GET /channels/{channel}/messages", query, null);

        Assert.Equal(breach is null, breaches.Count == 0);
        Assert.All(breaches.Take(1), found => Assert.StartsWith(breach!, found, StringComparison.Ordinal));
    }

    [Fact]
    public void The_judge_knows_every_keyword_of_the_description()
    {
        var judge = new JsonSchemaJudge(default);
        var strangers = new List<string>();
        foreach (var schema in Nested(SpecificationFiles.Discord.Schemas))
        {
            foreach (var keyword in schema.EnumerateObject().Where(keyword => keyword.Name is not ("$ref" or "oneOf" or "anyOf" or "allOf")))
            {
                try
                {
                    judge.Judge(JsonDocument.Parse("\"x\"").RootElement, JsonSerializer.SerializeToElement(new JsonObject { [keyword.Name] = JsonNode.Parse(keyword.Value.GetRawText()) }));
                }
                catch (NotSupportedException unknown)
                {
                    strangers.Add(unknown.Message);
                }
            }
        }

        Assert.Empty(strangers.Distinct());
    }

    private static IReadOnlyList<string> Judge(string route, string? query, string? body) =>
        SpecificationFiles.Discord.Judge(route, query, body is null ? null : JsonDocument.Parse(body).RootElement);

    /// <summary>Every schema below a map of names to schemas.</summary>
    private static IEnumerable<JsonElement> Nested(JsonElement schemas) =>
        schemas.EnumerateObject().SelectMany(named => Below(named.Value));

    private static IEnumerable<JsonElement> Below(JsonElement schema)
    {
        yield return schema;
        foreach (var keyword in schema.EnumerateObject())
        {
            var inner = keyword switch
            {
                { Name: "properties" } => Nested(keyword.Value),
                { Name: "oneOf" or "anyOf" or "allOf" } => keyword.Value.EnumerateArray().SelectMany(Below),
                { Name: "items" or "additionalProperties", Value.ValueKind: JsonValueKind.Object } => Below(keyword.Value),
                _ => [],
            };
            foreach (var one in inner)
            {
                yield return one;
            }
        }
    }
}
