using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BotHost.EndToEnd.Tests.Architecture;

/// <summary>Guards the arrows: all of them point to the heart, and a package has a room that owns it.</summary>
public sealed partial class ArchitectureTests
{
    private const string Heart = "BotHost.Announcements";

    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        [Heart] = [],
        ["BotHost.Configuration"] = [Heart],
        ["BotHost.Posts"] = [Heart],
        ["BotHost.Scheduling"] = [Heart],
        ["BotHost.Storage"] = [Heart],
        ["BotHost.Discord"] = [Heart],
        ["BotHost.Telegram"] = [Heart],
        ["BotHost.Sandbox"] = [],
        ["BotHost"] =
        [
            Heart, "BotHost.Configuration", "BotHost.Discord", "BotHost.Posts", "BotHost.Sandbox", "BotHost.Scheduling", "BotHost.Storage",
            "BotHost.Telegram",
        ],
    };

    // The abstractions of Microsoft.Extensions may be used everywhere; every other package has one room.
    private static readonly Dictionary<string, string> PackageRooms = new()
    {
        ["Cronos"] = "BotHost.Configuration",
        ["YamlDotNet"] = "BotHost.Configuration",
        ["Markdig"] = "BotHost.Posts",
        ["Handlebars.Net"] = "BotHost.Posts",
        ["Quartz"] = "BotHost.Scheduling",
        ["Microsoft.Data.Sqlite"] = "BotHost.Storage",
        ["SQLitePCLRaw.bundle_e_sqlite3"] = "BotHost.Storage",
        ["System.CommandLine"] = "BotHost",
        ["NodaTime"] = Heart,
    };

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_room_sees_only_what_the_design_draws(string project)
    {
        var file = Read(project);

        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .ToList();

        Assert.True(AllowedProjects.ContainsKey(project), $"{project} is a room that the design does not draw.");
        Assert.Equal(AllowedProjects[project].Order(), references.Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_package_stays_in_its_room(string project)
    {
        var packages = Read(project).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value).ToList();

        var strangers = packages.Where(package =>
            PackageRooms.TryGetValue(package, out var room) ? room != project : !package.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    [Fact]
    public void The_heart_does_not_know_the_platforms_names()
    {
        var offenders = Sources(Heart).Where(file => PlatformName().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName);

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_sandbox_and_the_platform_rooms_share_no_type()
    {
        string[] platforms = ["BotHost.Discord", "BotHost.Telegram"];
        var sandbox = Sources("BotHost.Sandbox").Select(File.ReadAllText);

        Assert.DoesNotContain(sandbox, text => platforms.Any(platform => text.Contains($"using {platform}", StringComparison.Ordinal)));
        Assert.All(platforms, platform =>
            Assert.DoesNotContain(Sources(platform).Select(File.ReadAllText), text => text.Contains("BotHost.Sandbox", StringComparison.Ordinal)));
    }

    private static XDocument Read(string project) => XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));

    private static IEnumerable<string> Sources(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("Discord|Telegram", RegexOptions.IgnoreCase)]
    private static partial Regex PlatformName();
}
