using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.Rendering;

namespace BotHost.Telegram.Tests.Rendering;

public class KeyboardTests
{
    [Theory]
    [InlineData("what fits stays", "Join us on the quay", "Join us on the quay")]
    [InlineData("sixty-four characters", "0123456789012345678901234567890123456789012345678901234567890123", "0123456789012345678901234567890123456789012345678901234567890123")]
    [InlineData("at a word", "An evening about harbours, tides, currents and the people who read them", "An evening about harbours, tides, currents and the people who…")]
    [InlineData("no word to cut at", "01234567890123456789012345678901234567890123456789012345678901234", "012345678901234567890123456789012345678901234567890123456789012…")]
    [InlineData("a family is not parted", "0123456789012345678901234567890123456789012345678901234567👩‍👩‍👧👩‍👩‍👧", "0123456789012345678901234567890123456789012345678901234567…")]
    [InlineData("line ends", "Join\nus", "Join us")]
    public void A_label_is_shortened_where_it_hurts_least(string row, string label, string expected)
    {
        Assert.NotEmpty(row);

        var button = Assert.Single(Keyboard.Of([new LinkButton(label, new Uri("https://example.org/"))])!.InlineKeyboardRows)[0];

        Assert.Equal(expected, button.Text);
    }

    [Theory]
    [InlineData("bank.example", "https://example.org/", "bank.example (example.org)")]
    [InlineData("bank。example", "https://example.org/", "bank。example (example.org)")]
    [InlineData("बैंक.भारत", "https://example.org/", "बैंक.भारत (example.org)")]
    [InlineData("बैंक.भारत", "https://बैंक.भारत/", "बैंक.भारत")]
    [InlineData("bank․example", "https://example.org/", "bank․example (example.org)")]
    [InlineData("Read on www.example.org", "https://example.org/a", "Read on www.example.org")]
    [InlineData("Tides, vol. 2", "https://example.org/", "Tides, vol. 2")]
    [InlineData("k.اx", "https://example.org/", "k.اx (example.org)")]
    [InlineData(
        "An evening about harbours and tides bank.example and with those who read them", "https://example.org/",
        "An evening about harbours and tides bank.example… (example.org)")]
    [InlineData(
        "bank.example", "https://quays-and-harbours-and-tides-and-currents.example.org/",
        "bank.example (…ours-and-tides-and-currents.example.org)")]
    [InlineData(
        "www.bank.example.of-quays-and-harbours-and-tides-and-currents.example", "https://bank.example.of-quays-and-harbours-and-tides-and-currents.example/",
        "www.bank.example.of-… (…harbours-and-tides-and-currents.example)")]
    public void A_label_that_looks_like_another_site_tells_the_real_one(string label, string url, string expected)
    {
        var text = Assert.Single(Keyboard.Of([new LinkButton(label, new Uri(url))])!.InlineKeyboardRows)[0].Text;

        Assert.Equal(expected, text);
        Assert.InRange(text.Length, 1, Keyboard.MaxLabel);
    }

    [Theory]
    [InlineData("https://example.org/", true)]
    [InlineData("http://127.0.0.1:8080/x", true)]
    [InlineData("https://[::1]/x", true)]
    [InlineData("http://localhost:8080/x", false)]
    [InlineData("tg://user?id=5", false)]
    [InlineData("mailto:a@example.org", false)]
    [InlineData("http://e.oا/", false)]
    public void A_button_opens_a_page_that_others_can_reach(string url, bool stays) =>
        Assert.Equal(stays, Keyboard.Of([new LinkButton("x", new Uri(url))]) is not null);

    [Fact]
    public void Too_many_links_leave_room_for_every_decision()
    {
        var links = Enumerable.Range(0, 300).Select(number => new LinkButton($"{number}", new Uri($"https://example.org/{number}")));

        var rows = Keyboard.Of([.. links], [new ActionButton("hold", 7, "Hold"), new ActionButton("send", 7, "Send")])!.InlineKeyboardRows;

        Assert.Equal(100, rows.Length);
        Assert.Equal(["97", "Hold", "Send"], rows[^3..].Select(row => row[0].Text));
    }

    [Fact]
    public void Long_addresses_make_fewer_buttons()
    {
        var links = Enumerable.Range(0, 20).Select(number => new LinkButton($"{number}", new Uri($"https://example.org/{number}/{new string('x', 1500)}")));

        Assert.Equal(5, Keyboard.Of([.. links])!.InlineKeyboardRows.Length);
    }
}
