using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.Posts;

namespace BotHost.CommandLine;

/// <summary><c>bothost preview --template</c>: the text of a template, as a start for the organiser's own.</summary>
/// <remarks>
/// The answer is meant to be redirected into a file of the config folder, which the shell makes empty before the program starts. So a
/// config with errors is no obstacle here, and on standard output there is nothing but the template.
/// </remarks>
internal static class TemplatePrinter
{
    private const string Fallback = "en";

    public static int Print(string name, string? language, string? configOption)
    {
        var settings = Settings.Read();
        var directory = Settings.ConfigDirectory(settings, configOption);
        using var room = Rooms.ReadingRoom(settings);
        var sources = room.Services.GetRequiredService<ITemplateSources>();
        var catalogue = room.Services.GetRequiredService<CatalogueReader>().Read(directory).Catalogue;
        var wanted = language ?? catalogue?.Community.Languages.FirstOrDefault() ?? Fallback;
        if (sources.Find(name, wanted, catalogue) is not { } template)
        {
            var meant = NearestWord.Of(name, sources.Names) is { } near ? $"did you mean '{near}'? There are" : "there are";
            return Terminal.Fail($"There is no template '{name}'; {meant}: {string.Join(", ", sources.Names)}.");
        }

        if (catalogue is null)
        {
            Console.Error.WriteLine($"{directory} is not taken as it is, and `bothost check` says why: this is the template that comes with the program.");
        }

        if (!LanguageTags.Serves(template.Language, wanted))
        {
            Console.Error.WriteLine(
                $"There is no template '{name}' in '{wanted}': this is the one in '{template.Language}'. Others are in {string.Join(", ", sources.BuiltInLanguages.Except([template.Language]))}.");
        }

        Console.Out.Write(template.Text.EndsWith('\n') ? template.Text : $"{template.Text}\n");
        return ExitCode.Fine;
    }
}
