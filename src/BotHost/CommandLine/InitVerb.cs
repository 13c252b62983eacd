using System.CommandLine;
using BotHost.Configuration;

namespace BotHost.CommandLine;

/// <summary><c>bothost init</c>: writes a first config of one's own.</summary>
internal static class InitVerb
{
    public static Command Create()
    {
        var config = ConfigOption.Create("The folder to write to. Default: the answer to the first question, else my-config.");
        var community = new Option<string?>("--community") { Description = "The community's name.", HelpName = "NAME" };
        var zone = new Option<string?>("--zone") { Description = "Its time zone, for example Asia/Tokyo.", HelpName = "ZONE" };
        var languages = new Option<string?>("--languages") { Description = "Its languages, the leading one first, for example en,ja.", HelpName = "TAGS" };
        var discordChannel = new Option<string?>("--discord-channel") { Description = "The id of the Discord channel to announce in.", HelpName = "ID" };
        var discordGuild = new Option<string?>("--discord-server") { Description = "The id of the Discord server whose managers moderate.", HelpName = "ID" };
        var telegramChat = new Option<string?>("--telegram-chat") { Description = "The id of the Telegram chat to announce in.", HelpName = "ID" };
        var command = new Command("init", "Writes commented files for a series of your own; asks for what is not given as an option, or reads the answers line by line from standard input.")
        {
            config, community, zone, languages, discordChannel, discordGuild, telegramChat,
        };
        command.SetAction(parsed => Init(
            parsed.GetValue(config),
            new Question("Community's name", parsed.GetValue(community), "My Community"),
            new Question("Time zone (as in Asia/Tokyo)", parsed.GetValue(zone), "UTC"),
            new Question("Languages, the leading one first", parsed.GetValue(languages), "en"),
            new Question("Discord channel id (empty: none yet)", parsed.GetValue(discordChannel), ""),
            new Question("Discord server id whose managers moderate (empty: none yet)", parsed.GetValue(discordGuild), ""),
            new Question("Telegram chat id (empty: none yet)", parsed.GetValue(telegramChat), "")));
        return command;
    }

    private static int Init(string? configOption, params ReadOnlySpan<Question> questions)
    {
        var directory = configOption ?? new Question("Folder to write to", null, "my-config").Ask();
        var answers = new string[questions.Length];
        for (var index = 0; index < questions.Length; index++)
        {
            answers[index] = questions[index].Ask();
        }

        try
        {
            var written = InitFiles.Write(directory, new InitAnswers(
                answers[0],
                answers[1],
                [.. answers[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                NullIfEmpty(answers[3]),
                NullIfEmpty(answers[4]),
                NullIfEmpty(answers[5])));
            foreach (var file in written)
            {
                Console.Out.WriteLine($"wrote {file}");
            }
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return Terminal.Fail(problem.Message);
        }

        Console.Out.WriteLine($"Next: give the talk in {Path.Combine(directory, "talks")} a date and `status: confirmed`, then `bothost check --config {directory}` and `bothost sandbox --config {directory}`.");
        return ExitCode.Fine;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary>A question whose answer may have come on the command line; with no one to ask, its default counts.</summary>
    private sealed record Question(string Text, string? Given, string Default)
    {
        public string Ask()
        {
            if (Given is not null)
            {
                return Given;
            }

            if (!Console.IsInputRedirected)
            {
                Console.Out.Write(Default.Length == 0 ? $"{Text}: " : $"{Text} [{Default}]: ");
            }

            return Console.In.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : Default;
        }
    }
}
