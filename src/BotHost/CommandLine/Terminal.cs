using BotHost.Announcements.Talks;

namespace BotHost.CommandLine;

/// <summary>What people read in the terminal: results on standard output, problems on standard error.</summary>
internal static class Terminal
{
    public static int Fail(string sentence) => Fail(sentence, Console.Error);

    public static int Fail(string sentence, TextWriter problems)
    {
        problems.WriteLine(sentence);
        return ExitCode.Findings;
    }

    public static void Print(IEnumerable<Finding> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            output.WriteLine(finding);
        }
    }

    /// <summary>A text of somebody else on one line: a line break would look like an entry of its own, and a control character would steer the terminal.</summary>
    public static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(character => char.IsControl(character) ? ' ' : character));

    public static string Count(int number, string thing) => Count(number, thing, $"{thing}s");

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
