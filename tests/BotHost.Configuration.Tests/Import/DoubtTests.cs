namespace BotHost.Configuration.Tests.Import;

/// <summary>What the import does not know, it says: on the console, and above the value in the file.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("04-zones-disagree", "The announcement says 12:00 CET, but its 19:00 in Asia/Tokyo is 11:00 there; 19:00 counts.")]
    [InlineData("05-missing-year-weekday", "The announcement gives no year; 2027 is the one near now in which January 23 is a Saturday.")]
    [InlineData("06-missing-year", "The announcement gives neither year nor weekday for January 23.")]
    [InlineData("07-weekday-disagrees", "The announcement says Thursday, but 2027-01-20 is a Wednesday.")]
    [InlineData("23-ambiguous-zone", "\"CST\" stands for several time zones; no zone was written, so the start is a time of Asia/Tokyo.")]
    [InlineData("24-ambiguous-order", "The date may be 2027-04-03 or 2027-03-04: the announcement does not say which number is the month.")]
    [InlineData("26-only-prose", "The start was read from a sentence of the summary.")]
    [InlineData("27-near-series", "The announcement writes the series \"Asien Talk\"; it is taken for \"Asian Talk\" (asian-talk).")]
    [InlineData("31-several-dates", "The announcement names several dates; the first one counts here.")]
    [InlineData("45-links-in-text", "The announcement writes www.example.org/206 without https://.")]
    public void A_doubt_is_said_and_stands_in_the_file(string shape, string sentence)
    {
        var plan = ImportBench.Plan(Shapes.Read(shape).Text);

        Assert.Contains($"Look at this: {sentence}", plan.Words);
        Assert.Contains($"# {sentence}\n", ImportBench.FileOf(plan, "talks/"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_date_twice_is_not_several()
    {
        var plan = ImportBench.Plan(Shapes.Read("71-two-languages").Text);

        Assert.DoesNotContain(plan.Words, sentence => sentence.Contains("several dates", StringComparison.Ordinal));
    }

    [Fact]
    public void Times_in_other_zones_that_agree_are_no_matter()
    {
        var plan = ImportBench.Plan(Shapes.Read("03-register-by").Text);

        Assert.DoesNotContain(plan.Words, sentence => sentence.StartsWith("Look at this", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_found_and_what_not_is_said_in_words()
    {
        var plan = ImportBench.Plan("Asian Talk 300\nA Title\n\nSpeaker: Ines Faria\n");

        Assert.Equal(
            [
                "Found: series Asian Talk, number 300, title \"A Title\", Speaker ines-faria.",
                "Not found: no start: wrote `start: TBA`; no place; no online link; no summary.",
            ],
            plan.Words);
    }

    [Theory]
    [InlineData("7:30", "07:30", true)]
    [InlineData("07:30", "07:30", false)]
    [InlineData("7:30 pm", "19:30", false)]
    [InlineData("12 noon", "12:00", false)]
    [InlineData("12:30 am", "00:30", false)]
    [InlineData("11–1 pm", "11:00", false)]
    [InlineData("22:00-01:00", "22:00", false)]
    [InlineData("午後7時半", "19:30", false)]
    [InlineData("晚上八点", "20:00", false)]
    [InlineData("上午10:30", "10:30", false)]
    [InlineData("19 h 30", "19:30", false)]
    [InlineData("19.30 Uhr", "19:30", false)]
    public void A_time_of_day_is_read_and_its_half_of_the_day_is_never_guessed_in_silence(string time, string expected, bool isOpen)
    {
        var plan = ImportBench.Plan($"Asian Talk 300\nA Title\n\nDate: 5 March 2027\nTime: {time}\n");

        Assert.Equal($"2027-03-05 {expected}", ImportBench.Value(ImportBench.FileOf(plan, "talks/"), "start"));
        Assert.Equal(isOpen, plan.Words.Any(sentence => sentence.Contains("neither a.m. nor p.m.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("5 March 2027")]
    [InlineData("March 5, 2027")]
    [InlineData("Mar. 5th 2027")]
    [InlineData("the 5th of March, 2027")]
    [InlineData("Fri, 5 Mar 2027")]
    [InlineData("5. März 2027")]
    [InlineData("Fr., 05.03.2027")]
    [InlineData("Freitag, den 5. März")]
    [InlineData("05/03/2027 (Fri)")]
    [InlineData("2027-03-05")]
    [InlineData("2027.3.5")]
    [InlineData("2027/3/5(金)")]
    [InlineData("２０２７年３月５日（金）")]
    [InlineData("令和9年3月5日")]
    [InlineData("民國116年3月5日")]
    [InlineData("3月5日（周五）")]
    [InlineData("3月5日 星期五")]
    [InlineData("3/5(金)")]
    [InlineData("二〇二七年三月五日")]
    [InlineData("vendredi 5 mars 2027")]
    [InlineData("viernes, 5 de marzo de 2027")]
    public void A_date_is_read_in_any_of_the_ways_it_is_written(string date)
    {
        var plan = ImportBench.Plan($"Asian Talk 300\nA Title\n\nDate: {date}\n");

        Assert.Equal("2027-03-05", ImportBench.Value(ImportBench.FileOf(plan, "talks/"), "start"));
    }

    [Theory]
    [InlineData("19:00 HKT", "Asia/Hong_Kong")]
    [InlineData("19:00 JST", null)]
    [InlineData("19:00 (日本時間)", null)]
    [InlineData("19:00 Tokyo time", null)]
    [InlineData("19:00 台灣時間", "Asia/Taipei")]
    [InlineData("19:00（北京时间）", "Asia/Shanghai")]
    [InlineData("19:00 CET", "CET")]
    [InlineData("19:00 PST", "America/Los_Angeles")]
    [InlineData("19:00 UTC+8", "UTC+08")]
    [InlineData("19:00 UTC+9", null)]
    [InlineData("19:00 GMT+5:30", "UTC+05:30")]
    [InlineData("19:00 Berliner Zeit", "Europe/Berlin")]
    [InlineData("19:00 New York time", "America/New_York")]
    [InlineData("19:00 (Europe/Lisbon)", "Europe/Lisbon")]
    [InlineData("19:00Z", "Etc/UTC")]
    [InlineData("19:00-0500", "UTC-05")]
    [InlineData("19:00 +0530", "UTC+05:30")]
    [InlineData("19:00+09:00", null)]
    [InlineData("19:00 Etc/GMT+5", "Etc/GMT+5")]
    [InlineData("19:00 Pacific Time", "America/Los_Angeles")]
    [InlineData("19:00 Eastern", "America/New_York")]
    [InlineData("19:00 Central Time", "America/Chicago")]
    [InlineData("19:00 Mountain Standard Time", "America/Denver")]
    [InlineData("19:00 IST", null)]
    [InlineData("19:00 BST", null)]
    public void A_zone_is_written_where_the_talk_would_get_another_one(string time, string? zone)
    {
        var plan = ImportBench.Plan($"Asian Talk 300\nA Title\n\nDate: 5 March 2027\nTime: {time}\n");

        Assert.Equal("2027-03-05 19:00", ImportBench.Value(ImportBench.FileOf(plan, "talks/"), "start"));
        Assert.Equal(zone, ImportBench.Value(ImportBench.FileOf(plan, "talks/"), "zone"));
    }

    [Theory]
    [InlineData("2027-03-04T19:00Z", "2027-03-04 19:00", "Etc/UTC")]
    [InlineData("2027-03-04T19:00:00.000Z", "2027-03-04 19:00", "Etc/UTC")]
    [InlineData("2027-03-04T18:00-0500", "2027-03-04 18:00", "UTC-05")]
    [InlineData("2027-03-04T18:00:00-05:00", "2027-03-04 18:00", "UTC-05")]
    [InlineData("2027-03-04 18:00-0500", "2027-03-04 18:00", "UTC-05")]
    [InlineData("2027-03-04T18:00+09:00", "2027-03-04 18:00", null)]
    [InlineData("2027-03-04T18:00+05:45", "2027-03-04 18:00", "UTC+05:45")]
    [InlineData("Tuesday 2 February 2027, 7 PM Pacific Time", "2027-02-02 19:00", "America/Los_Angeles")]
    public void A_distance_from_UTC_behind_a_moment_counts(string moment, string start, string? zone)
    {
        var file = ImportBench.FileOf(ImportBench.Plan($"Asian Talk 300\nA Title\n\nWhen: {moment}\n"), "talks/");

        Assert.Equal((start, zone, null), (ImportBench.Value(file, "start"), ImportBench.Value(file, "zone"), ImportBench.Value(file, "length")));
    }

    [Fact]
    public void An_end_that_may_be_a_distance_from_UTC_is_told()
    {
        var plan = ImportBench.Plan("Asian Talk 300\nA Title\n\nWhen: 2027-03-04 18:00-05:00\n");

        Assert.Contains("Look at this: \"-05:00\" is taken for the end, not for a distance from UTC.", plan.Words);
    }

    [Fact]
    public void The_end_of_a_day_is_the_start_of_the_next()
    {
        var plan = ImportBench.Plan("Asian Talk 300\nA Title\n\nDate: 31 December 2026\nTime: 24:00\n");

        Assert.Equal("2027-01-01 00:00", ImportBench.Value(ImportBench.FileOf(plan, "talks/"), "start"));
        Assert.Contains("Look at this: The announcement says 24:00, which is 00:00 of the day after: 2027-01-01.", plan.Words);
    }

    [Theory]
    [InlineData("19:00", 1)]
    [InlineData("19:00 JST", 0)]
    [InlineData("19:00 CST", 0)]
    [InlineData("TBA", 0)]
    public void That_a_text_names_no_zone_is_said_once(string time, int count)
    {
        var plan = ImportBench.Plan($"Asian Talk 300\nA Title\n\nDate: 5 March 2027\nTime: {time}\n");

        Assert.Equal(count, plan.Words.Count(sentence => sentence == "The text names no zone: Asia/Tokyo counts, the community's."));
    }

    [Theory]
    [InlineData("雨の記録をたどります。", "ja")]
    [InlineData("我们讲的故事", "zh-Hans")]
    [InlineData("我們講的故事", "zh-Hant")]
    [InlineData("山水文化", null)]
    [InlineData("国際学会研究発表", null)]
    [InlineData("Der Abend ist eine Reise mit dem Schiff und mit der Bahn.", "de")]
    [InlineData("A talk about the word 夜 and its reading よる in Tokyo.", null)]
    public void Another_language_is_written_only_where_it_is_sure_and_said(string words, string? language)
    {
        var plan = ImportBench.Plan($"Asian Talk 300\n\nTitle: {words}\n");

        Assert.Equal(language, ImportBench.Value(ImportBench.FileOf(plan, "talks/"), "language"));
        Assert.Equal(language is not null, plan.Words.Any(sentence => sentence.EndsWith($"wrote `language: {language}`.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("21 November 2026", "2026-11-21")]
    [InlineData("22 November 2026, 11:00", "2026-11-22 11:00")]
    [InlineData("22 November 2026, 13:00", null)]
    [InlineData("22 November 2026", null)]
    public void A_start_in_the_past_is_a_doubt(string date, string? start)
    {
        var plan = ImportBench.Plan($"Asian Talk 300\nA Title\n\nDate: {date}\n");

        Assert.Equal(start is null ? [] : [$"Look at this: The start, {start} in Asia/Tokyo, is in the past."], plan.Words.Where(sentence => sentence.Contains("past", StringComparison.Ordinal)));
    }
}
