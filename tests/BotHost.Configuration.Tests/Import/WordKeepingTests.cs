using System.Text.RegularExpressions;
using BotHost.TestKit.Announcements;

namespace BotHost.Configuration.Tests.Import;

public sealed partial class WordKeepingTests
{
    /// <summary>Words that say what stands behind them, and are said by a key of the file instead.</summary>
    private static readonly HashSet<string> Labels =
    [
        .. ("Date Time time zone Time Venue Where Location Stream Speaker Speakers Links When Series Title Subtitle No Number Language Website Abstract About about the this event speakers "
            + "Zoom Recording Slides Map Programme and Register Dates presents WHEN WHERE TICKETS Vol The 203rd Wann Wo Ort Folge Quand Lieu n English Join online Further LOCATION Link Ｖｏｌ ６ 2 Nr 年3月5日 March 7 PM 講師 with Start Datum Beginn Ende End 31 16 Subject Livestream speaker Online").Split(' '),
        .. "日時 2027年3月5日 金 場所 会場 登壇者 时间 地点 日期 時間 地點 第12回 第34回 テーマ 住所 概要 登壇者プロフィール 读书会第十二期 活动简介 嘉宾简介 第178期 第23期 第七回".Split(' '),
    ];

    /// <summary>Words that the config has already: the name and the heading of its series.</summary>
    private static readonly HashSet<string> Known = ["Asian", "ASIAN", "asian", "Talk", "TALK", "talk", "New", "Event"];

    public static TheoryData<string> Everything => [.. Shapes.Names, .. RealAnnouncements.Names];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_word_of_the_announcement_stands_in_the_files(string name)
    {
        var text = RealAnnouncements.Names.Contains(name) ? RealAnnouncements.Read(name) : Shapes.Read(name).Text;

        var plan = ImportBench.Plan(text);

        var written = string.Join('\n', plan.Files.Select(file => file.Added ?? file.Text)).Replace("\\", "", StringComparison.Ordinal);
        var lost = Word().Matches(text).Select(word => word.Value).Where(word => !written.Contains(word, StringComparison.Ordinal) && !Labels.Contains(word) && !Known.Contains(word));
        Assert.Empty(lost.Distinct());
    }

    [Theory]
    [InlineData("asian-talk-176", "We welcomes journalist and author Yudai Masutomo, will share the latest findings")]
    [InlineData("asian-talk-176", "“Rùn(潤/润)” is a term that has recently become popular in China.")]
    [InlineData("asian-talk-176", "Takehiro born in Fukuoka Prefecture in 1985, holds a Master’s degree")]
    [InlineData("yoru-no-hanashi", "路地には、地図に載らない音があります。録音を続けてきた二十年を、実際の音とともにたどります。")]
    public void Sentences_stay_word_for_word_with_their_mistakes(string name, string sentence)
    {
        var plan = ImportBench.Plan(RealAnnouncements.Read(name));

        Assert.Contains(plan.Files, file => file.Text.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_that_no_key_has_room_for_stands_in_a_comment()
    {
        var plan = ImportBench.Plan("Asian Talk 300\nA Title\n\nWatch the stream from your sofa: https://stream.example.org/x\n");

        Assert.Contains("# Also in the announcement:\n#   Watch the stream from your sofa: https://stream.example.org/x\n", ImportBench.FileOf(plan, "talks/"), StringComparison.Ordinal);
        Assert.Contains(plan.Words, sentence => sentence.StartsWith("Words that found no place", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+")]
    private static partial Regex Word();
}
