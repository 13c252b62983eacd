using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Composing;
using BotHost.Posts.Templates;
using BotHost.Posts.Tests.Support;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Posts.Tests.Composing;

public sealed class DigestTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 1, 1, 0, 0);

    [Theory]
    [InlineData("en", "Asian Talk: what is ahead", "And 2 more.")]
    [InlineData("ja", "Asian Talk：これからの予定", "ほか2件")]
    [InlineData("zh-Hant", "Asian Talk：近期活動", "另有2場")]
    public void A_digest_tells_each_talk_once_with_its_time_in_the_channels_language(string language, string title, string more)
    {
        var post = Compose(language, 2);

        var text = PlainText.Of(post.Body, language);
        Assert.Equal(title, PlainText.Of(post.Lead, language));
        Assert.StartsWith($"# {title}", text, StringComparison.Ordinal);
        Assert.Contains("Chinese Immigration and Its Discontents", text, StringComparison.Ordinal);
        Assert.Contains("2027", text, StringComparison.Ordinal);
        Assert.EndsWith(more, text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_title_holds_stays_words()
    {
        var post = Compose("en", 0, new TalkBuilder().Titled("*Stars* and @everyone [here](https://example.org)"));

        Assert.Contains("*Stars* and @everyone [here](https://example.org)", PlainText.Of(post.Body, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Channels_in_several_languages_read_the_same_look_ahead_once_in_each_that_the_talks_know()
    {
        var talk = Translated.Talk;
        var talks = new[] { new PublicTalk(talk, Translated.Series, [new PublicPart(Translated.Guest, "Guest")], TalkPhase.Ahead, null) };

        var post = new HandlebarsComposer(TemplateLibrary.BuiltIn())
            .ComposeDigest(Translated.Catalogue, Translated.Series, talks, 1, Translated.In("en", "fr", "ja", "en-GB", "zh-Hans"), mentions: false);

        Assert.Equal(
            """
            <h1> Asian Talk: what is ahead

            <b>Chinese Immigration and Its Discontents</b> — Takehiro Masutomo
            <Full 2027-01-20T10:00:00Z Asia/Tokyo> · Old School House · online

            And 1 more.

            <h2> アジア・トーク：これからの予定

            <b>中国からの移民とその不満</b>（舛友 雄大）
            <Full 2027-01-20T10:00:00Z Asia/Tokyo> · 旧校舎 · オンライン

            ほか1件
            """.ReplaceLineEndings("\n"),
            Readable.Of(post.Body));
    }

    [Fact]
    public void Names_that_run_from_right_to_left_keep_to_their_places()
    {
        var guest = Sample.Guest with { Name = "דנה כהן", NativeName = null };
        var talk = Sample.Talk with { Title = "הגירה" };
        var parts = new[] { new PublicPart(guest, "Guest"), new PublicPart(Sample.Interviewer, "Interviewer") };

        var post = new HandlebarsComposer(TemplateLibrary.BuiltIn()).ComposeDigest(
            Sample.Catalogue(), Sample.Series, [new PublicTalk(talk, Sample.Series, [.. parts], TalkPhase.Ahead, null)], 0, Sample.Channel, mentions: false);

        Assert.Contains("<b>\u2068הגירה\u2069</b> — \u2068דנה כהן\u2069, Chang Che\n", Readable.Of(post.Body), StringComparison.Ordinal);
    }

    private static Post Compose(string language, int more, TalkBuilder? talk = null)
    {
        var catalogue = new CatalogueBuilder().Listed(Listing.WhenConfirmed).With(talk ?? new TalkBuilder()).Build();
        var view = new PublicCatalogue(catalogue, Now, new HashSet<TalkId>(), _ => null);
        var channel = CatalogueBuilder.DiscordChannel with { Languages = [language] };
        return new HandlebarsComposer(TemplateLibrary.BuiltIn()).ComposeDigest(catalogue, catalogue.Series.Values.First(), [.. view.Upcoming], more, channel, mentions: false);
    }
}
