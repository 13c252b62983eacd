using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Composing;
using BotHost.Posts.Templates;
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

    private static Post Compose(string language, int more, TalkBuilder? talk = null)
    {
        var catalogue = new CatalogueBuilder().Listed(Listing.WhenConfirmed).With(talk ?? new TalkBuilder()).Build();
        var view = new PublicCatalogue(catalogue, Now, new HashSet<TalkId>(), _ => null);
        var channel = CatalogueBuilder.DiscordChannel with { Languages = [language] };
        return new HandlebarsComposer(TemplateLibrary.BuiltIn()).ComposeDigest(catalogue, catalogue.Series.Values.First(), [.. view.Upcoming], more, channel, mentions: false);
    }
}
