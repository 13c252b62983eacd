using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests.Schemas;

/// <summary>What the schemas say of files, against what the readers say.</summary>
public sealed class SchemaVerdictTests
{
    /// <summary>Mistakes in the form of a value that no schema can see, and why.</summary>
    private static readonly Dictionary<string, string> BeyondSchemas = new()
    {
        ["a bad zone"] = "the names of zones are the tz database's",
        ["a country for a language"] = "the codes of languages are a registry's",
        ["an end in another year"] = "how long a talk may last",
        ["quiet hours that never end"] = "that two times are the same",
        ["a cron expression that never comes"] = "the calendar",
        ["a bad zone of a talk"] = "the names of zones are the tz database's",
        ["a bad zone beside the others"] = "the names of zones are the tz database's",
        ["a bad zone under a label"] = "the names of zones are the tz database's",
        ["a day that does not exist"] = "how long a month is",
        ["a link to a host that no registry takes"] = "which letters may stand together is a registry's",
        ["a length of nothing"] = "a sum, not a form",
        ["three mistakes in three files"] = "one of them is a zone",
    };

    /// <summary>Mistakes that the readers tell once, at their cause; a schema sees each file by itself.</summary>
    private static readonly string[] SeenElsewhereToo = ["a bad name of a series"];

    /// <summary>Mistakes of files, folders and YAML itself, which no schema gets to see.</summary>
    private static readonly string[] FileRules =
        ["no-config", "unreadable", "not-a-file", "not-a-folder", "folder-not-read", "too-large", "not-utf8", "empty-file", "several-documents", "too-deep", "too-many-values", "duplicate-key",
            "file-not-read", "not-a-picture", "picture-extension"];

    private static readonly string[] FormRules = ["unknown-key", "missing-key", "wrong-kind", "ignored-without-reason"];

    public static TheoryData<string> Mistakes => [.. BrokenConfigTests.Rows.Where(row => !row.Value.Expected.Any(IsOfFile)).Select(row => row.Key)];

    public static TheoryData<string> Files => [.. FilesBelow(Shipped)];

    private static string Shipped => Path.Combine(ConfigOnDisk.Repository, "config");

    [Theory]
    [MemberData(nameof(Files))]
    public void The_shipped_files_pass_and_name_their_schema(string path)
    {
        var file = Path.Combine(Shipped, path);

        Assert.Equal([], Schema.For(path).Judge(file));
        var first = File.ReadLines(file).First();
        var named = first["# yaml-language-server: $schema=".Length..];
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, named)), first);
        Assert.EndsWith($"/{Schema.For(path).Name}.schema.json", named, StringComparison.Ordinal);
    }

    [Fact]
    public void What_init_writes_passes_the_schemas_that_it_writes_beside_it()
    {
        var root = Directory.CreateTempSubdirectory("bothost-schema-").FullName;
        try
        {
            InitFiles.Write(root, new InitAnswers("Club", "Europe/Berlin", ["de", "zh-Hant"], "911111111111111111", "901", "-1005"));

            Assert.Equal(["bothost.yaml", "people/jo-example.yaml", "talks/first-talk.yaml"], FilesBelow(root));
            Assert.All(FilesBelow(root), path =>
            {
                var file = Path.Combine(root, path);
                var schema = File.ReadLines(file).First()["# yaml-language-server: $schema=".Length..];
                Assert.Equal(
                    File.ReadAllText(Path.Combine(Shipped, "schema", Path.GetFileName(schema))),
                    File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, schema)));
                Assert.Equal([], Schema.For(path).Judge(file));
            });
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_schemas_find_what_is_wrong_in_its_form_and_nothing_else(string mistake)
    {
        using var config = new ConfigOnDisk();
        var row = BrokenConfigTests.Rows[mistake];
        row.Break(config);
        var found = row.Expected.Where(IsForm).Select(line => line.Split(':')[0]).ToHashSet();

        foreach (var path in FilesBelow(config.Root))
        {
            var verdict = Schema.For(path).Judge(Path.Combine(config.Root, path));

            // What is no YAML, or has a list for a key, an editor marks by itself.
            var isRefused = verdict is null || verdict.Count > 0;
            var isMistaken = found.Contains(path) && (verdict is null || !BeyondSchemas.ContainsKey(mistake) || verdict.Count > 0);
            Assert.True(isRefused == isMistaken || SeenElsewhereToo.Contains(mistake), $"{path}: {string.Join("; ", verdict ?? [])}");
        }
    }

    [Fact]
    public void Every_exception_is_one()
    {
        Assert.All(BeyondSchemas.Keys, mistake =>
        {
            using var config = new ConfigOnDisk();
            var row = BrokenConfigTests.Rows[mistake];
            row.Break(config);
            var found = row.Expected.Where(IsForm).Select(line => line.Split(':')[0]).Distinct();

            Assert.Contains(found, path => Schema.For(path).Judge(Path.Combine(config.Root, path)) is { Count: 0 });
        });
    }

    [Theory]
    [InlineData("talks/a.yaml", "number: 007\nsubtitle: 1.50\ntags: [yes, 2027-01-01, 1e3, true]")]
    [InlineData("talks/a.yaml", "image: images/poster.PNG")]
    [InlineData("talks/a.yaml", "image: https://example.org/a")]
    [InlineData("talks/a.yaml", "image: { file: images/poster.png, alt: a ship }")]
    [InlineData("talks/a.yaml", "links: [{ book: https://example.org/a, label: A book }, { home-page: https://example.org }, { kind: slides, url: https://example.org }]")]
    [InlineData("talks/a.yaml", "online: https://example.org/join?x=a@b")]
    [InlineData("talks/a.yaml", "online: { url: https://example.org, reveal: 1 hour 30 minutes before }")]
    [InlineData("talks/a.yaml", "end: 2027-03-01 20:30\nannounce: 2027-02-01T9:30\napproval: required\ncampaign: none")]
    [InlineData("talks/a.yaml", "previous_id: [one, two-2]\nlanguage: zh-Hant-TW")]
    [InlineData("talks/a.yaml", "translations: { ja: { title: 夜, roles: { Guest: ゲスト }, labels: { Slides: スライド } } }\nignore: { weekday: it is so }")]
    [InlineData("talks/a.yaml", "length: 1 hour and 30 minutes\nplace: { name: Library, address: 1 Street, map: https://example.org }")]
    [InlineData("people/jo.yaml", "native_name: 例\nreading: れい\naliases: [Joe]\nphoto: images/jo.webp\ntranslations: { ja: { name: 例, bio: 人 } }")]
    [InlineData("people/jo.yaml", "handles: { telegram: 12345, discord: '@jo.example' }")]
    [InlineData("bothost.yaml", "sample: Yes\nignore: { clash: two rooms }")]
    public void What_the_readers_take_the_schemas_take(string path, string lines)
    {
        using var config = new ConfigOnDisk();
        File.AppendAllText(Path.Combine(config.Root, path), lines + "\n");

        Assert.DoesNotContain(config.Read().Findings, finding => IsForm($" error {finding.Rule}"));
        Assert.Equal([], Schema.For(path).Judge(Path.Combine(config.Root, path)));
    }

    [Theory]
    [InlineData("7 days before at 10:00")]
    [InlineData("2 weeks before")]
    [InlineData("1 hour 30 minutes before")]
    [InlineData("at start")]
    [InlineData("1 hour after end")]
    [InlineData("on 2027-01-15 at 10:00")]
    [InlineData("2027-01-15 9:00")]
    [InlineData("as soon as a recording link appears")]
    public void Steps_and_channels_of_every_kind_pass(string when)
    {
        using var config = new ConfigOnDisk();
        config.Replace("bothost.yaml", "7 days before at 10:00", $"{when}\n      late: 6 hours\n      approval: none\n    - {{ id: weekly, kind: digest, when: cron 0 10 * * MON, mention: no }}");
        config.Replace(
            "bothost.yaml",
            "address: \"1\"",
            "address: 1\n    thread: \"5\"\n    languages: [en, ja]\n    posts: separate\n    mention: everyone\n    pin: true\n    layout: picture-first\n    link_preview: no\n    zones: [UTC, { zone: Asia/Tokyo, label: 東京 }]\n    tags: [a]\n    quiet_hours: 22:00 to 08:00\n    purpose: test\n    series: [talks]");

        Assert.DoesNotContain(config.Read().Findings, finding => IsForm($" error {finding.Rule}"));
        Assert.Equal([], Schema.For("bothost.yaml").Judge(Path.Combine(config.Root, "bothost.yaml")));
    }

    private static bool IsOfFile(string line) =>
        line[(line.LastIndexOf(' ') + 1)..] is var rule && (FileRules.Contains(rule) || rule.StartsWith("yaml-", StringComparison.Ordinal));

    private static bool IsForm(string line) =>
        line.Contains(" error ", StringComparison.Ordinal)
        && line[(line.LastIndexOf(' ') + 1)..] is var rule
        && (FormRules.Contains(rule) || rule.StartsWith("bad-", StringComparison.Ordinal));

    private static IEnumerable<string> FilesBelow(string root) => Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
