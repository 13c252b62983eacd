using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Reads the date, the times and the zones of a line, and whether that is all it says.</summary>
internal static partial class WhenRecogniser
{
    public static FoundWhen Read(Piece line)
    {
        var rest = line.Plain.ToCharArray();
        var dates = DateRecogniser.Find(line.Plain);
        foreach (var date in dates)
        {
            Array.Fill(rest, ' ', date.Start, date.Length);
        }

        var zones = ZoneRecogniser.Find(new string(rest));
        foreach (var zone in zones.Where(zone => zone.Word[0] is '+' or '-' or 'U' or 'G' || zone.Word is "Z"))
        {
            // The hours of a distance from UTC are no time of day.
            Array.Fill(rest, ' ', zone.Start, zone.Length);
        }

        var times = TimeRecogniser.Find(new string(rest));
        var doors = times.Where(time => IsOfDoors(line.Plain, time)).ToList();
        var starts = times.Except(doors).ToList();
        var start = starts.FirstOrDefault(time => IsOfStart(line.Plain, time)) ?? starts.FirstOrDefault();
        if (start is null)
        {
            zones = dates.IsEmpty ? [] : [.. zones.Where(zone => zone.ZoneId is not null && zone.Word.Any(char.IsLower))];
        }

        foreach (var found in starts.Select(time => (time.Start, time.Length)).Concat(zones.Select(zone => (zone.Start, zone.Length))))
        {
            Array.Fill(rest, ' ', found.Start, found.Length);
        }

        var paired = zones.Select(zone => (starts.LastOrDefault(time => time.Start < zone.Start), zone)).ToImmutableArray();
        var unexplained = starts.Where(time => time != start && time.From != start?.From && !paired.Any(pair => pair.Item1 == time)).ToList();
        var more = Fillers().Replace(new string(rest), " ");
        return new FoundWhen(
            dates.IsEmpty ? null : dates.Aggregate((first, again) => first.With(again)), start, paired, doors.Count > 0 || unexplained.Count > 0 || more.Any(char.IsLetterOrDigit), dates.Any(date => !date.IsSameAs(dates[0]) && date != dates[0]) || dates.Any(date => date.IsSeveral));
    }

    private static bool IsOfDoors(string plain, FoundTime time)
    {
        var behind = plain[(time.Start + time.Length)..];
        if (DoorsBehind().IsMatch(behind))
        {
            return true;
        }

        return !StartBehind().IsMatch(behind) && DoorsBefore().IsMatch(plain[..time.Start]);
    }

    private static bool IsOfStart(string plain, FoundTime time) =>
        StartBehind().IsMatch(plain[(time.Start + time.Length)..]) || StartBefore().IsMatch(plain[..time.Start]);

    [GeneratedRegex(@"(doors?( open)?|opens?|admission|einlass|reception|drinks|開場|受付(開始)?|入場|入场|开门|開門|签到|簽到|報到)\s*(at|from|um|ab)?\s*[:(]?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DoorsBefore();

    [GeneratedRegex(@"^\s?(開場|受付|入場|入场|开门|開門|签到|簽到|報到|doors|einlass)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex DoorsBehind();

    [GeneratedRegex(@"(starts?|begins?|beginn|talk|開演|開始|开始|开讲|開講)\s*(at|um)?\s*[:(]?\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex StartBefore();

    [GeneratedRegex(@"^\s?(開演|開始|开始|开讲|開講|スタート|start|beginn)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex StartBehind();

    [GeneratedRegex(
        @"\b(at|from|on|to|until|um|den|der|am|von|ab|bis|the|start|starts|starting|begins|beginning|beginn|local time|uhr|sharp|hours|hrs|h|t|z|à|le|a|las|el|"
        + CalendarWords.Weekdays + @")\b|開始|開演|スタート|から|より|まで|开始|开讲|開講|[起至到]|當地時間|当地时间|現地時間|[(（][月火水木金土日][)）]|(星期|周|週)[一二三四五六日天]|[月火水木金土日]曜日?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Fillers();
}
