using System.Text;
using BotHost.Configuration.Import.Planning;

namespace BotHost.Configuration.Import.Writing;

/// <summary>Writes the YAML of a person.</summary>
internal static class PersonFileWriter
{
    public static string Write(PlannedPerson planned)
    {
        var person = planned.Person;
        var yaml = new StringBuilder();
        YamlText.Comment(yaml, "yaml-language-server: $schema=../schema/person.schema.json");
        Line(yaml, "id", planned.Id);
        Line(yaml, "name", person.Name);
        Line(yaml, "native_name", person.NativeName);
        Line(yaml, "reading", person.Reading);
        if (person.Alias is { } alias)
        {
            yaml.Append("aliases:\n");
            Line(yaml, "  - ", alias);
        }

        Line(yaml, "headline", person.Headline);
        if (planned.Bio.Count > 0)
        {
            YamlText.Block(yaml, "bio", planned.Bio);
        }

        return yaml.ToString();
    }

    private static void Line(StringBuilder yaml, string key, string? value)
    {
        if (value is not null)
        {
            yaml.Append(key).Append(key.EndsWith(' ') ? "" : ": ").Append(YamlText.Scalar(value)).Append('\n');
        }
    }
}
