using System.Text;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests;

/// <summary>Whatever the files hold, reading them never throws.</summary>
public sealed class BadInputTests
{
    private static readonly string[] Signs =
        ["[", "]", "{", "}", ":", ": ", "-", "- ", "\n", "\n  ", "\t", "\"", "'", "#", " #", "&", "*", "!", "!!", "|", ">", "%", "@", "`", "?", "? ", ",", "---\n", "...\n", "<<: ", "\\", "\0", "\u2028", "\uFEFF", "é", "潤", "%YAML 1.1\n", "%TAG ! x\n", "\"\\uD800\""];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_damage_is_a_finding_or_harmless(int seed)
    {
        using var config = new ConfigOnDisk();
        var chance = new Random(seed);
        foreach (var _ in Enumerable.Range(0, 300))
        {
            config.Write("talks/a.yaml", Damage(ConfigOnDisk.Talk, chance));
            config.Write("bothost.yaml", chance.Next(3) == 0 ? Damage(ConfigOnDisk.Main, chance) : ConfigOnDisk.Main);

            var reading = config.Read();

            Assert.Equal(reading.Catalogue is null, reading.Findings.Any(finding => finding.Severity == Severity.Error));
            Assert.All(reading.Findings, finding => Assert.True(finding.Where is { Line: > 0, Column: > 0 }, finding.ToString()));
        }
    }

    [Fact]
    public void Random_bytes_are_a_finding()
    {
        using var config = new ConfigOnDisk();
        var chance = new Random(7);
        foreach (var _ in Enumerable.Range(0, 100))
        {
            var bytes = new byte[chance.Next(1, 200)];
            chance.NextBytes(bytes);
            config.Write("people/jo.yaml", bytes);

            Assert.Null(config.Read().Catalogue);
        }
    }

    private static string Damage(string text, Random chance)
    {
        var damaged = new StringBuilder(text);
        for (var i = chance.Next(1, 5); i > 0; i--)
        {
            var at = chance.Next(damaged.Length);
            if (chance.Next(4) == 0)
            {
                damaged.Remove(at, Math.Min(chance.Next(1, 10), damaged.Length - at));
            }
            else
            {
                damaged.Insert(at, Signs[chance.Next(Signs.Length)]);
            }
        }

        return damaged.ToString();
    }
}
