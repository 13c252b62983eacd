namespace BotHost.Configuration.Import.Texts;

/// <summary>A text as the recognisers read it: plain width, plain quotes and dashes, and every character at its own place.</summary>
internal static class PlainForm
{
    public static string Of(string text) => string.Create(text.Length, text, static (plain, source) =>
    {
        for (var index = 0; index < source.Length; index++)
        {
            plain[index] = Plain(source[index]);
        }
    });

    private static char Plain(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\t' or '\u00A0' or '\u3000' or '\u202F' or '\uFE0F' or '\uFEFF' or '\u2060' or (>= '\u2000' and <= '\u200D') => ' ',
        '\u2018' or '\u2019' or '\u201A' => '\'',
        '\u201C' or '\u201D' or '\u201E' => '"',
        (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        '\u301C' or '\u2053' => '~',
        '\u2236' or '\uFE55' => ':',
        '\u2215' => '/',
        _ => character,
    };
}
