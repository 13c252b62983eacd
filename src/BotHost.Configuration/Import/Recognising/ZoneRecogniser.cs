using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BotHost.Configuration.Values;
using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds time zones: names of the tz database, abbreviations, cities with or without the word "time".</summary>
internal static partial class ZoneRecogniser
{
    /// <summary>Central or China or Cuba; India, Israel or Ireland; Britain or Bangladesh.</summary>
    private static readonly FrozenSet<string> Ambiguous = new[] { "CST", "IST", "BST", "AST" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Id, bool IsPlace)> Abbreviations = new Dictionary<string, (string, bool)>(StringComparer.Ordinal)
    {
        ["JST"] = ("Asia/Tokyo", true),
        ["KST"] = ("Asia/Seoul", true),
        ["HKT"] = ("Asia/Hong_Kong", true),
        ["SGT"] = ("Asia/Singapore", true),
        ["PHT"] = ("Asia/Manila", true),
        ["MYT"] = ("Asia/Kuala_Lumpur", true),
        ["WIB"] = ("Asia/Jakarta", true),
        ["ICT"] = ("Asia/Bangkok", true),
        ["PST"] = ("America/Los_Angeles", true),
        ["PDT"] = ("America/Los_Angeles", true),
        ["PT"] = ("America/Los_Angeles", true),
        ["EST"] = ("America/New_York", true),
        ["EDT"] = ("America/New_York", true),
        ["ET"] = ("America/New_York", true),
        ["MDT"] = ("America/Denver", true),
        ["MST"] = ("America/Denver", true),
        ["CDT"] = ("America/Chicago", true),
        ["AEST"] = ("Australia/Sydney", true),
        ["AEDT"] = ("Australia/Sydney", true),
        ["NZST"] = ("Pacific/Auckland", true),
        ["NZDT"] = ("Pacific/Auckland", true),
        ["MSK"] = ("Europe/Moscow", true),
        ["CET"] = ("CET", false),
        ["CEST"] = ("CET", false),
        ["MEZ"] = ("CET", false),
        ["MESZ"] = ("CET", false),
        ["EET"] = ("EET", false),
        ["EEST"] = ("EET", false),
        ["WET"] = ("WET", false),
        ["WEST"] = ("WET", false),
        ["UTC"] = ("UTC", false),
        ["GMT"] = ("UTC", false),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> EastAsian = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["日本"] = "Asia/Tokyo",
        ["东京"] = "Asia/Tokyo",
        ["東京"] = "Asia/Tokyo",
        ["台灣"] = "Asia/Taipei",
        ["台湾"] = "Asia/Taipei",
        ["臺灣"] = "Asia/Taipei",
        ["台北"] = "Asia/Taipei",
        ["臺北"] = "Asia/Taipei",
        ["北京"] = "Asia/Shanghai",
        ["上海"] = "Asia/Shanghai",
        ["中国"] = "Asia/Shanghai",
        ["中國"] = "Asia/Shanghai",
        ["香港"] = "Asia/Hong_Kong",
        ["韓国"] = "Asia/Seoul",
        ["韩国"] = "Asia/Seoul",
        ["首尔"] = "Asia/Seoul",
        ["ソウル"] = "Asia/Seoul",
        ["新加坡"] = "Asia/Singapore",
        ["シンガポール"] = "Asia/Singapore",
        ["英国"] = "Europe/London",
        ["ロンドン"] = "Europe/London",
        ["伦敦"] = "Europe/London",
        ["倫敦"] = "Europe/London",
        ["ドイツ"] = "Europe/Berlin",
        ["ベルリン"] = "Europe/Berlin",
        ["柏林"] = "Europe/Berlin",
        ["德国"] = "Europe/Berlin",
        ["パリ"] = "Europe/Paris",
        ["巴黎"] = "Europe/Paris",
        ["ニューヨーク"] = "America/New_York",
        ["纽约"] = "America/New_York",
        ["紐約"] = "America/New_York",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Cities = DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .GroupBy(id => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ').ToLowerInvariant())
        .ToFrozenDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);

    public static ImmutableArray<FoundZone> Find(string plain)
    {
        var text = plain.ToCharArray();
        var found = new List<FoundZone>();
        Collect(Named(), match => Zones.Parse(match.Value) is null ? null : new FoundZone(match.Value, match.Value, true, match.Index, match.Length));
        Collect(Distance(), FromUtc);
        Collect(Zulu(), match => new FoundZone(match.Value, "Etc/UTC", false, match.Index, match.Length));
        Collect(EastAsianTime(), match => EastAsian.TryGetValue(match.Groups["place"].Value, out var id) ? new FoundZone(match.Value, id, true, match.Index, match.Length) : null);
        Collect(CityTime(), Spoken);
        Collect(Letters(), Abbreviated);
        Collect(CityAlone(), match => CityOf(match.Value.Trim()) is { } id ? new FoundZone(match.Value.Trim(), id, true, match.Index, match.Length) : null);
        return [.. found.OrderBy(zone => zone.Start)];

        void Collect(Regex shape, Func<Match, FoundZone?> read)
        {
            foreach (Match match in shape.Matches(new string(text)))
            {
                if (read(match) is { } zone)
                {
                    found.Add(zone);
                    Array.Fill(text, '\u0001', match.Index, match.Length);
                }
            }
        }
    }

    /// <summary>Words in front of the zone's own, such as those of a weekday, stay outside.</summary>
    private static FoundZone? Spoken(Match match)
    {
        var city = match.Groups["city"].Value;
        for (var start = 0; start >= 0 && start < city.Length; start = city.IndexOf(' ', start) is >= 0 and var space ? space + 1 : -1)
        {
            if (CityOf(city[start..]) is { } id)
            {
                return new FoundZone(match.Value[start..], id, id.Contains('/', StringComparison.Ordinal), match.Index + start, match.Length - start);
            }
        }

        return null;
    }

    private static FoundZone? Abbreviated(Match match)
    {
        if (Ambiguous.Contains(match.Value))
        {
            return new FoundZone(match.Value, null, false, match.Index, match.Length);
        }

        return Abbreviations.TryGetValue(match.Value, out var zone) ? new FoundZone(match.Value, zone.Id, zone.IsPlace, match.Index, match.Length) : null;
    }

    private static FoundZone? FromUtc(Match match)
    {
        var hours = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var id = (hours, minutes) is (0, 0) ? "UTC" : $"UTC{match.Groups["sign"].Value}{hours:00}{(minutes == 0 ? "" : $":{minutes:00}")}";
        return Zones.Parse(id) is null ? null : new FoundZone(match.Value.Trim(), id, false, match.Index, match.Length);
    }

    private static string? CityOf(string name)
    {
        var key = name.Trim().ToLowerInvariant();
        if (key.EndsWith("er", StringComparison.Ordinal) && !Cities.ContainsKey(key))
        {
            // Berliner Zeit.
            key = key[..^2];
        }

        foreach (var season in new[] { " standard", " daylight", " summer" })
        {
            key = key.EndsWith(season, StringComparison.Ordinal) ? key[..^season.Length] : key;
        }

        return key switch
        {
            "pacific" or "us pacific" => "America/Los_Angeles",
            "eastern" or "us eastern" => "America/New_York",
            "central" or "us central" => "America/Chicago",
            "mountain" or "us mountain" => "America/Denver",
            "central european" => "CET",
            "eastern european" => "EET",
            "western european" => "WET",
            "greenwich mean" => "UTC",
            "british" => "Europe/London",
            "china" => "Asia/Shanghai",
            "india" or "indian" => "Asia/Kolkata",
            "japan" => "Asia/Tokyo",
            "hongkong" => "Asia/Hong_Kong",
            "beijing" => "Asia/Shanghai",
            "kyoto" or "osaka" => "Asia/Tokyo",
            _ => Cities.GetValueOrDefault(key),
        };
    }

    [GeneratedRegex(@"\b(Etc/(GMT|UTC)([+-]\d{1,2})?|[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_]+)?)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(UTC|GMT)\s*(?<sign>[+-])\s*(?<h>\d{1,2})(:?(?<m>\d\d))?(?!\d)|(?<=\d:\d\d(:\d\d(\.\d{1,9})?)?\s?)((?<sign>\+)(?<h>\d\d)(:?(?<m>\d\d))?|(?<sign>-)(?<h>[01]\d)(?<m>\d\d))(?![\d:])|(?<=[Tt]\d\d:\d\d(:\d\d(\.\d{1,9})?)?)(?<sign>-)(?<h>\d\d)(:(?<m>\d\d))?(?![\d:])", RegexOptions.ExplicitCapture)]
    private static partial Regex Distance();

    [GeneratedRegex(@"(?<=\d:\d\d(:\d\d(\.\d{1,9})?)?\s?)Z(?![\p{L}\d])", RegexOptions.ExplicitCapture)]
    private static partial Regex Zulu();

    [GeneratedRegex(@"(?<place>[\p{IsCJKUnifiedIdeographs}]{2,3}|[\p{IsKatakana}]{2,7})(時間|时间)", RegexOptions.ExplicitCapture)]
    private static partial Regex EastAsianTime();

    [GeneratedRegex(@"\b(?<city>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) (?:[Tt]ime|Zeit)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex CityTime();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Z]{2,4}(?![A-Za-z])")]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<=(?:\d|noon)\s*(?:[ap]\.?m\.?)?\s*\(?)[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?=\s*(?:[)/,;|]|$))", RegexOptions.ExplicitCapture)]
    private static partial Regex CityAlone();
}
