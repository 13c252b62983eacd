using System.CommandLine;
using BotHost.Announcements.Texts;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.Configuration.Import;
using NodaTime;

namespace BotHost.CommandLine;

/// <summary><c>bothost import</c>: a pasted announcement becomes a draft talk.</summary>
internal static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A plain-text announcement, or - for standard input." };
        var config = ConfigOption.Create();
        var series = new Option<string?>("--series") { Description = "The id of the series. Default: the one that the announcement names.", HelpName = "ID" };
        var id = new Option<string?>("--id") { Description = "The talk's id. Default: made of series and number, else of the title.", HelpName = "ID" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the files instead of writing them." };
        var command = new Command("import", "Turns a pasted announcement into the files of a draft talk and its people, and says what it could not find; connects to nothing.")
        {
            file, config, series, id, dryRun,
        };
        command.SetAction((parsed, cancellationToken) => ImportAsync(
            parsed.GetValue(file)!, parsed.GetValue(config), parsed.GetValue(series), parsed.GetValue(id), parsed.GetValue(dryRun), cancellationToken));
        return command;
    }

    private static async Task<int> ImportAsync(string file, string? configOption, string? series, string? id, bool isDryRun, CancellationToken cancellationToken)
    {
        var directory = Settings.ConfigDirectory(Settings.Read(), configOption);
        using var room = Rooms.ReadingRoom();
        var import = new AnnouncementImport(
            room.Services.GetRequiredService<CatalogueReader>(), room.Services.GetRequiredService<IMarkdownReader>(), room.Services.GetRequiredService<IClock>());
        try
        {
            var bytes = await AnnouncementSource.ReadAsync(file, Console.OpenStandardInput, cancellationToken);
            var request = new ImportRequest(bytes, AnnouncementSource.NameOf(file), directory, series, id);
            return isDryRun ? Show(import.Preview(request)) : Tell(import.Write(request), directory);
        }
        catch (ImportException problem)
        {
            return Terminal.Fail(problem.Message);
        }
    }

    private static int Show(ImportResult result)
    {
        foreach (var file in result.Files)
        {
            Console.Out.WriteLine(file.IsChange ? $"=== {file.Path}, below series:" : $"=== {file.Path}");
            Console.Out.WriteLine(file.Added ?? file.Text);
        }

        return Say(result);
    }

    private static int Tell(ImportResult result, string directory)
    {
        foreach (var file in result.Files)
        {
            Console.Out.WriteLine($"{(file.IsChange ? "changed" : "wrote")} {Path.Combine(directory, file.Path)}");
        }

        return Say(result);
    }

    private static int Say(ImportResult result)
    {
        foreach (var sentence in result.Words)
        {
            Console.Out.WriteLine(sentence);
        }

        Terminal.Print(result.Findings, Console.Out);
        if (result.Snippet is { } snippet)
        {
            return Terminal.Fail($"bothost.yaml could not be changed without touching what is there: paste this below 'series:'\n{snippet}");
        }

        return ExitCode.Fine;
    }
}
