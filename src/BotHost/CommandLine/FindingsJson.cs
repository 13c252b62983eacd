using System.Text.Encodings.Web;
using System.Text.Json;
using BotHost.Announcements.Talks;

namespace BotHost.CommandLine;

/// <summary>Findings for editors and scripts: a JSON array in UTF-8, in the order of the files. Names and order of its fields stay.</summary>
internal static class FindingsJson
{
    // The output is read as JSON and never as a part of a page, so that titles may stay as they are written.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IEnumerable<Finding> findings, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartArray();
            foreach (var finding in findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("file", finding.Where.File);
        json.WriteNumber("line", finding.Where.Line);
        json.WriteNumber("column", finding.Where.Column);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("rule", finding.Rule);
        json.WriteString("text", finding.Text);
        json.WriteString("remedy", finding.Remedy);
        json.WriteEndObject();
    }
}
