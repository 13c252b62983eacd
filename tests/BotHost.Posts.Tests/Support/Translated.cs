using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Posts.Tests.Support;

/// <summary>Talk 176 in Japanese and in traditional Chinese, and what is needed for it.</summary>
internal static class Translated
{
    public static Talk Talk { get; } = Sample.Talk with
    {
        Translations = Of(
            ("ja", new TalkTranslation
            {
                Title = "中国からの移民とその不満",
                Subtitle = "舛友雄大氏に聞く",
                Summary = Sample.Markdown("「潤」はかつて**利益**を意味した。いまは国を出ることを意味する。\n\n新しい住民は、すでに日本を変えつつある。"),
                Place = "旧校舎",
                Labels = ImmutableDictionary<string, string>.Empty.Add("Sign up", "参加申し込みはこちら"),
            }),
            ("zh-Hant", new TalkTranslation
            {
                Title = "華人移民及其不滿",
                Subtitle = "舛友雄大訪談",
                Summary = Sample.Markdown("「潤」字原指**利潤**，如今指離開。\n\n新來者正在改變日本。"),
                Place = "舊校舍",
                Roles = ImmutableDictionary<string, string>.Empty.Add("Guest", "來賓"),
            })),
    };

    public static Person Guest { get; } = Sample.Guest with
    {
        Translations = Of(("ja", new PersonTranslation
        {
            Headline = "三カ国で取材するジャーナリスト",
            Bio = Sample.Markdown("舛友雄大は四カ国語で活動するジャーナリスト。\n\n以前は国際ニュースを担当した。"),
        })),
    };

    public static Person Interviewer { get; } = Sample.Interviewer with
    {
        Translations = Of(("ja", new PersonTranslation { Name = "チャン・チェ" }), ("zh-Hant", new PersonTranslation { Name = "車暢" })),
    };

    public static Series Series { get; } = Sample.Series with
    {
        Translations = Of(
            ("ja", new SeriesTranslation { Name = "アジア・トーク" }),
            ("zh-Hant", new SeriesTranslation { Name = "亞洲講座", Heading = "最新活動" })),
    };

    public static TalkCatalogue Catalogue => Sample.Catalogue(Series, Guest, Interviewer);

    public static Channel In(params string[] languages) => Sample.Channel with { Languages = [.. languages] };

    public static Translations<T> Of<T>(params (string Tag, T Texts)[] translations)
        where T : class => new(translations.ToImmutableDictionary(entry => entry.Tag, entry => entry.Texts));
}
