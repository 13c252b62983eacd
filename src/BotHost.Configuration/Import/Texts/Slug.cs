using System.Text;
using BotHost.Announcements.Texts;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Makes ids of names, as far as they are written in Latin letters.</summary>
internal static class Slug
{
    private const int Longest = 48;

    private static readonly Dictionary<char, string> Plain = Fold(
        "aàáâãåāăą", "cçćč", "dďđð", "eèéêëēęěė", "gğģ", "iìíîïīįı", "kķ", "lĺľłļ", "nñńňņ", "oòóôõōőø", "rŕřŗ", "sśšşș", "tťţțþ", "uùúûūůűų", "yýÿ", "zźżž");

    /// <summary>Null where too little of the text is Latin for an id.</summary>
    public static string? Of(string text)
    {
        var slug = new StringBuilder();
        foreach (var character in PlainForm.Of(text).ToLowerInvariant())
        {
            var words = character switch
            {
                'ä' or 'æ' => "ae",
                'ö' or 'œ' => "oe",
                'ü' => "ue",
                'ß' => "ss",
                '\'' => "",
                _ => Plain.GetValueOrDefault(character) ?? (char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) ? character.ToString() : "-"),
            };
            if (words != "-" || (slug.Length > 0 && slug[^1] != '-'))
            {
                slug.Append(words);
            }
        }

        var whole = Cut(slug.ToString().Trim('-'));
        return whole.Count(char.IsAsciiLetterLower) >= 2 && Identifier.IsValid(whole) ? whole : null;
    }

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest)
        {
            return slug;
        }

        var end = slug.LastIndexOf('-', Longest);
        return slug[..(end > 0 ? end : Longest)];
    }

    private static Dictionary<char, string> Fold(params ReadOnlySpan<string> rows)
    {
        var table = new Dictionary<char, string>();
        foreach (var row in rows)
        {
            foreach (var accented in row[1..])
            {
                table[accented] = row[..1];
            }
        }

        return table;
    }
}
