using System.Collections.Immutable;
using System.Text;
using BotHost.Configuration.Files;
using BotHost.Configuration.Init;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration;

/// <summary>Writes the first files of a config, with comments that say how to go on, and the schemas by which editors help with it.</summary>
public static class InitFiles
{
    /// <summary>
    /// Writes the files and returns their paths. They pass the reader without errors and warnings; without any channel it notes
    /// <c>no-channels</c>, and without a Discord guild or Telegram chat of <c>no-moderators</c>.
    /// </summary>
    /// <exception cref="ArgumentException">An answer is not usable; the message is for people.</exception>
    /// <exception cref="IOException">One of the files is there already (then nothing was written), or the folder cannot be written.</exception>
    public static ImmutableArray<string> Write(string directory, InitAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        Check(answers);
        ImmutableArray<(string Path, string Text)> files =
        [
            (Path.Combine(directory, ConfigFolder.MainName), MainFileTemplate.Fill(answers)),
            (Path.Combine(directory, "talks", "first-talk.yaml"), InitTemplates.Talk),
            (Path.Combine(directory, "people", "jo-example.yaml"), InitTemplates.Person),
            .. SchemaFiles.All.Select(schema => (Path.Combine(directory, SchemaFiles.Folder, schema.Name), schema.Text)),
        ];
        foreach (var (path, _) in files.Where(file => Path.Exists(file.Path)))
        {
            throw new IOException($"'{path}' is there already and stays as it is: choose another folder, or move the file away.");
        }

        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return [.. files.Select(file => file.Path)];
    }

    private static void Check(InitAnswers answers)
    {
        Require(answers.Community, "community", Forms.Line);
        Require(answers.ZoneId, "zone", Forms.Zone);
        if (answers.Languages.IsDefaultOrEmpty)
        {
            throw new ArgumentException("languages: there is none; write at least one tag such as en.");
        }

        foreach (var language in answers.Languages)
        {
            Require(language, "language", Forms.Language);
        }

        foreach (var id in new[] { answers.DiscordChannel, answers.DiscordGuild, answers.TelegramChat }.OfType<string>())
        {
            Require(id, "id", Forms.Token);
        }
    }

    private static void Require<T>(string text, string what, Form<T> form)
    {
        if (form.Parse(text.Trim()) is null)
        {
            throw new ArgumentException($"{what}: {Spelling.Quote(text)} is not {form.Noun}; {form.RemedyFor(text.Trim())}.");
        }
    }
}
