using System.Text;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Tests.Builders;

/// <summary>A small valid config in a folder of its own, to be broken one file at a time.</summary>
internal sealed class ConfigOnDisk : IDisposable
{
    public const string Main = """
        community:
          name: Test Club
          zone: Europe/Berlin
          languages: [en]
        series:
          talks:
            name: Talks
            campaign: standard
        channels:
          - id: square
            platform: discord
            address: "1"
        campaigns:
          standard:
            - id: announce
              kind: announcement
              when: 7 days before at 10:00
        moderators:
          discord:
            users: ["5"]

        """;

    public const string Talk = """
        id: first
        series: talks
        title: First
        start: 2027-03-01 19:00
        people:
          - person: jo
            role: Guest

        """;

    public const string Person = """
        id: jo
        name: Jo

        """;

    public ConfigOnDisk()
    {
        Write("bothost.yaml", Main);
        Write("talks/a.yaml", Talk);
        Write("people/jo.yaml", Person);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("bothost-config-").FullName;

    public static string Repository
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "BotHost.sln")))
            {
                directory = directory.Parent ?? throw new InvalidOperationException("BotHost.sln stands nowhere above the tests.");
            }

            return directory.FullName;
        }
    }

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    /// <summary>Changes one place of a file; the place must be there exactly once.</summary>
    public void Replace(string path, string old, string replacement)
    {
        var text = File.ReadAllText(Path.Combine(Root, path));
        Assert.Equal(2, text.Split(old).Length);
        Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Delete(string path) => File.Delete(Path.Combine(Root, path));

    public CatalogueReading Read(params ICatalogueRule[] rules) => Read(Root, rules);

    public static CatalogueReading Read(string directory, params ICatalogueRule[] rules) =>
        new CatalogueReader(new ParagraphReader(), rules).Read(directory);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
