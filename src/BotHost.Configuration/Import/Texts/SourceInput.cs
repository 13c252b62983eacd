using System.Text;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Turns pasted bytes into text, or says why they are none.</summary>
internal static class SourceInput
{
    public const int MaxBytes = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(byte[] bytes, string name)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new ImportException($"{name} is larger than {MaxBytes} bytes: an announcement is a page of text, check that it is the right file.");
        }

        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        if (content.Contains((byte)0))
        {
            throw new ImportException($"{name} is not plain text (it has a zero byte in line {LineOf(content, content.IndexOf((byte)0))}): save the announcement as plain text in UTF-8.");
        }

        string text;
        try
        {
            text = Strict.GetString(content);
        }
        catch (DecoderFallbackException exception)
        {
            throw new ImportException($"{name} is not UTF-8 in line {LineOf(content, exception.Index)}: save it as UTF-8 in your editor.");
        }

        var lines = AnnouncementText.Read(text).Lines;
        if (lines.FirstOrDefault(line => line.Whole.Raw.Any(character => char.IsControl(character) && character != '\t')) is { } odd)
        {
            throw new ImportException($"{name} has a control character in line {odd.Number}: save the announcement as plain text.");
        }

        return text.Any(char.IsLetterOrDigit) ? text : throw new ImportException($"{name} holds no words.");
    }

    private static int LineOf(ReadOnlySpan<byte> content, int index) => content[..Math.Clamp(index, 0, content.Length)].Count((byte)'\n') + 1;
}
