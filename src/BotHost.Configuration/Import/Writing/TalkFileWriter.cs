using System.Text;
using BotHost.Configuration.Import.Planning;
using BotHost.Configuration.Import.Recognising;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Writing;

/// <summary>Writes the YAML of a talk.</summary>
internal static class TalkFileWriter
{
    public static string Write(PlannedTalk talk)
    {
        var yaml = new StringBuilder();
        YamlText.Comment(yaml, "yaml-language-server: $schema=../schema/talk.schema.json");
        YamlText.Comment(yaml, "Imported from an announcement. Look it over; members never see a draft.");
        foreach (var doubt in talk.Doubts)
        {
            YamlText.Comment(yaml, $"{doubt}.");
        }

        Line(yaml, "id", talk.Id);
        Line(yaml, "series", talk.SeriesId);
        Number(yaml, talk.Number);
        Line(yaml, "title", talk.Title);
        Line(yaml, "subtitle", talk.Subtitle);
        yaml.Append('\n');
        Start(yaml, talk);
        Where(yaml, talk);
        yaml.Append("\n# draft, confirmed, postponed or cancelled.\nstatus: draft\n# Nothing about this talk goes out before a moderator says so.\napproval: required\n");
        People(yaml, talk);
        if (talk.Summary.Count > 0)
        {
            yaml.Append('\n');
            YamlText.Block(yaml, "summary", talk.Summary);
        }

        Links(yaml, talk);
        if (!talk.Remaining.IsEmpty)
        {
            yaml.Append("\n# Also in the announcement:\n");
            foreach (var line in talk.Remaining)
            {
                YamlText.Comment(yaml, $"  {line}");
            }
        }

        return yaml.ToString();
    }

    /// <summary>Everybody writes the number of a talk without quotes; one that starts with zeros would lose them elsewhere.</summary>
    private static void Number(StringBuilder yaml, string? number)
    {
        if (number is [>= '1' and <= '9', ..] && number.All(char.IsAsciiDigit))
        {
            yaml.Append("number: ").Append(number).Append('\n');
        }
        else
        {
            Line(yaml, "number", number);
        }
    }

    private static void Start(StringBuilder yaml, PlannedTalk talk)
    {
        foreach (var source in talk.Start.Sources)
        {
            YamlText.Comment(yaml, $"The announcement: {source}");
        }

        foreach (var doubt in talk.StartDoubts)
        {
            YamlText.Comment(yaml, $"{doubt}.");
        }

        yaml.Append("start: ").Append(StartWords.Of(talk.Start)).Append('\n');
        Line(yaml, "zone", talk.ZoneId);
        if (talk.Start is { Date: not null, Minutes: { } minutes })
        {
            yaml.Append("length: ").Append(minutes).Append(" minutes\n");
        }

        Line(yaml, "language", talk.Language);
    }

    private static void Where(StringBuilder yaml, PlannedTalk talk)
    {
        if (talk.Place is { } place)
        {
            yaml.Append('\n');
            if (talk.Address is null && talk.Map is null)
            {
                Line(yaml, "place", place);
            }
            else
            {
                yaml.Append("place:\n");
                Line(yaml, "  name", place);
                Line(yaml, "  address", talk.Address);
                Line(yaml, "  map", talk.Map);
            }
        }

        if (talk.Online is { } online)
        {
            yaml.Append('\n');
            Line(yaml, "online", online);
        }
    }

    private static void People(StringBuilder yaml, PlannedTalk talk)
    {
        if (talk.People.IsEmpty && talk.PeopleNotes.IsEmpty)
        {
            return;
        }

        yaml.Append('\n');
        foreach (var note in talk.PeopleNotes)
        {
            YamlText.Comment(yaml, note);
        }

        if (!talk.People.IsEmpty)
        {
            yaml.Append("people:\n");
        }

        foreach (var (person, role) in talk.People)
        {
            Line(yaml, "  - person", person);
            Line(yaml, "    role", role);
        }
    }

    private static void Links(StringBuilder yaml, PlannedTalk talk)
    {
        if (talk.Links.IsEmpty)
        {
            return;
        }

        yaml.Append("\nlinks:\n");
        foreach (var link in talk.Links)
        {
            Line(yaml, $"  - {link.Kind}", link.Url);
            if (link.Label.Length > 0 && !IsOwnWord(link))
            {
                Line(yaml, "    label", link.Label);
            }
        }
    }

    /// <summary>A link without a label shows the word of its kind.</summary>
    public static bool IsOwnWord(ImportedLink link) => link.Label == char.ToUpperInvariant(link.Kind[0]) + link.Kind[1..];

    private static void Line(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append(key).Append(": ").Append(YamlText.Scalar(value)).Append('\n');
        }
    }
}
