using System.Text;

namespace BotHost.EndToEnd.Tests.Goldens;

/// <summary>What the sample talk's posts are, step by step, in a file that people read and review.</summary>
internal static class GoldenFile
{
    /// <summary>Set to anything, the files are written anew: read every change before it is committed.</summary>
    public const string WriteThem = "BOTHOST_WRITE_GOLDENS";

    private const string StepMark = "# step: ";

    public static string PathOf(GoldenCase golden) =>
        Path.Combine(Repository.Root, "tests", "BotHost.EndToEnd.Tests", "Goldens", "Posts", $"{golden.Name}.yaml");

    public static string Text(IEnumerable<(string Step, IReadOnlyList<string> Payloads)> steps)
    {
        var text = new StringBuilder();
        foreach (var (step, payloads) in steps)
        {
            text.Append(StepMark).Append(step).Append('\n').Append(PayloadYaml.Write(payloads)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The payloads of each step as they stand in the file.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(GoldenCase golden) => File.ReadAllText(PathOf(golden))
        .Split(StepMark, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('\n', 2))
        .ToDictionary(part => part[0], part => PayloadYaml.Read(part[1]));
}
