using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotHost.Sandbox.Controls;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Previews;

/// <summary>Writes previews as one page that needs nothing beside itself: no network, no other file. It is drawn by the sandbox's own drawing.</summary>
public static partial class PreviewPage
{
    /// <summary>By these words in its first lines such a page is known.</summary>
    public const string Mark = """<meta name="generator" content="bothost preview">""";

    // Each stands after those that it draws with.
    private static readonly string[] Scripts =
    [
        "/drawing/elements.js", "/drawing/times.js", "/drawing/names.js", "/drawing/discord-text.js", "/drawing/pictures.js", "/drawing/discord.js",
        "/drawing/telegram.js", "/preview.js",
    ];

    private static readonly string[] Styles = ["/drawing/messages.css", "/preview.css"];

    private static readonly (string Platform, string Name)[] Platforms = [("discord", "Discord"), ("telegram", "Telegram")];

    public static string Write(PreviewDocument document)
    {
        var script = string.Concat(Scripts.Select(name => Joining().Replace(PageFiles.Read(name), "")));
        var style = string.Concat(Styles.Select(PageFiles.Read));
        var title = WebUtility.HtmlEncode(document.Title);
        var draft = document.IsDraft ? """<p class="draft-note">Draft: nothing of this goes out before the talk is confirmed.</p>""" : "";
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              {Mark}
              <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src {HashOf(style)}; script-src {HashOf(script)}; base-uri 'none'; form-action 'none'">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>Preview: {title}</title>
              <style>{style}</style>
            </head>
            <body{(document.IsDraft ? " class=\"draft\"" : "")}>
              <header class="top">
                <h1>{title}</h1>
                <p class="quiet">What each channel would get. Moments inside messages are shown in your own zone, those above them in {WebUtility.HtmlEncode(document.Zone)}.</p>
                {draft}
              </header>
              <noscript><pre>{WebUtility.HtmlEncode(document.PlainText)}</pre></noscript>
              <main id="columns" class="columns"></main>
              <script type="application/json" id="posts">{DataOf(document).ToJsonString()}</script>
              <script type="module">{script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    // The default encoder of JSON leaves no character in it that could end the element around it.
    private static JsonObject DataOf(PreviewDocument document)
    {
        var stage = new PlatformStage(document.Speaker, document.Pictures);
        var columns = new JsonArray([.. Platforms
            .Select(one => (one, Posts: document.Posts.Where(post => post.Platform == one.Platform).ToList()))
            .Where(column => column.Posts.Count > 0)
            .Select(column => (JsonNode)new JsonObject
            {
                ["platform"] = column.one.Platform,
                ["name"] = column.one.Name,
                ["posts"] = new JsonArray([.. column.Posts.Select(post => (JsonNode)PostOf(post, stage))]),
            })]);
        return new JsonObject
        {
            ["zone"] = document.Zone,
            ["columns"] = columns,
            ["addresses"] = new JsonObject(stage.Addresses.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["pictures"] = new JsonObject(document.Pictures.Select(picture => KeyValuePair.Create(picture.Name, (JsonNode?)PictureOf(picture)))),
        };
    }

    private static JsonObject PostOf(PreviewPost post, PlatformStage stage)
    {
        JsonArray messages = [];
        List<string> problems = [.. post.Problems];
        foreach (var payload in post.Payloads)
        {
            try
            {
                messages.Add((JsonNode)stage.Show(post.Platform, payload));
            }
            catch (FormatException refused)
            {
                problems.Add(refused.Message);
            }
        }

        return new JsonObject
        {
            ["title"] = post.Title,
            ["at"] = post.At.ToString("O", CultureInfo.InvariantCulture),
            ["notes"] = Texts(post.Notes),
            ["problems"] = Texts(problems),
            ["messages"] = messages,
        };
    }

    private static JsonObject PictureOf(PreviewPicture picture)
    {
        var json = new JsonObject { ["alt"] = picture.Alt ?? "" };
        if (picture.Bytes is { } bytes && PictureHeader.Of(bytes) is { } header)
        {
            json["url"] = $"data:{header.ContentType};base64,{Convert.ToBase64String(bytes)}";
        }

        return json;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static string HashOf(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))}'";

    /// <summary>What joins modules to each other; in one script they need no joining.</summary>
    [GeneratedRegex("^(import .*\n+|export )", RegexOptions.Multiline)]
    private static partial Regex Joining();
}
