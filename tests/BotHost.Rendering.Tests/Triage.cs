using System.Text.RegularExpressions;
using BotHost.Rendering.Tests.Cases;
using BotHost.Rendering.Tests.Discord;
using BotHost.Rendering.Tests.Telegram;

namespace BotHost.Rendering.Tests;

public sealed class Triage
{
    [Theory]
    [InlineData("discord")]
    [InlineData("telegram")]
    public void Collect(string platform)
    {
        Func<TalkCase, IReadOnlyList<string>> verdict = platform == "discord" ? DiscordVerdict.Of : TelegramVerdict.Of;
        string?[] layouts = platform == "discord" ? [null, "embed", "plain"] : [null, "caption", "picture-first", "text"];
        string?[] mentions = platform == "discord" ? [null, "everyone", "here", "role:77", "user:78"] : [null, "user:@harbour_talks"];
        var count = int.Parse(Environment.GetEnvironmentVariable("BOTHOST_TEST_CASES") ?? "500");
        var first = int.Parse(Environment.GetEnvironmentVariable("BOTHOST_TEST_SEED") ?? "1");
        var lines = new List<string>();
        var kinds = new Dictionary<string, int>();
        var begin = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var talk = new TalkSketcher(first * 1000003 + i, 1 + (i % 100)).Draw(layouts, mentions);
            IReadOnlyList<string> problems;
            try { problems = verdict(talk); } catch (Exception e) { problems = ["EXC " + e.ToString()]; }
            problems = [.. problems.Where(p => !Regex.IsMatch(p, @"steam:|discord:|« | »,\n|then «_|\\u0085|。|\[\\u|bank.example|^the words.*look like"))];
            if (problems.Count == 0 || problems[0].StartsWith('{')) continue;
            var kind = Kind(problems[0]);
            var seen = kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (seen > (kind == "said" ? 25 : 3)) continue;
            var steps = 0;
            var again = true;
            while (again && steps < 800)
            {
                again = false;
                foreach (var smaller in Smaller.Of(talk))
                {
                    if (++steps > 800) break;
                    IReadOnlyList<string> p;
                    try { p = verdict(smaller); } catch (Exception e) { p = ["EXC " + e.ToString()]; }
                    p = [.. p.Where(p => !Regex.IsMatch(p, @"steam:|discord:|« | »,\n|then «_|\\u0085|。|\[\\u|bank.example|^the words.*look like"))];
                    if (p.Count > 0 && Kind(p[0]) == kind) { talk = smaller; problems = p; again = true; break; }
                }
            }
            lines.Add($"#{i} {kind}\n   {talk}\n   {string.Join("\n   ", problems)}");
        }
        var took = TimeProvider.System.GetElapsedTime(begin);
        File.WriteAllText($"/tmp/prp_triage_{platform}.txt", $"{took} {count}\n" + string.Join('\n', kinds.OrderByDescending(k => k.Value).Select(k => $"{k.Value} {k.Key}")) + "\n\n" + string.Join("\n", lines.Order()));
    }

    private static string Kind(string problem) => problem.StartsWith("said ") ? "said" : problem.StartsWith("the words") ? (problem.Contains("。") ? "words dot" : "words") : new string([.. problem.Where(c => !char.IsDigit(c))])[..Math.Min(22, problem.Count(c => !char.IsDigit(c)))];
}
