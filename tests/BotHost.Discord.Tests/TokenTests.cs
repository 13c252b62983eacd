using BotHost.Announcements.Platforms;
using BotHost.Discord.Gateway;
using BotHost.Discord.Tests.Rig;
using Microsoft.Extensions.Options;

namespace BotHost.Discord.Tests;

public sealed class TokenTests
{
    private const string Secret = ScriptedDiscord.Token;

    [Fact]
    public void A_token_does_not_print_itself()
    {
        var options = new DiscordOptions { Token = Secret };
        var token = DiscordToken.From(options);
        var identify = new IdentifyCommand(2, new IdentifyData { Token = Secret, Intents = 1, Properties = new("linux", "x", "x") });

        Assert.DoesNotContain(Secret, $"{options} {token} {identify}", StringComparison.Ordinal);
        Assert.Equal(Secret, token.Reveal());
        Assert.Equal("a [token] b", token.Redact($"a {Secret} b"));
    }

    [Fact]
    public void A_token_file_is_read_and_trimmed()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, $"  {Secret}\n");

        var token = DiscordToken.From(new DiscordOptions { TokenFile = file });
        File.Delete(file);

        Assert.Equal(Secret, token.Reveal());
    }

    [Theory]
    [InlineData(Secret, "/some/file", "exactly one")]
    [InlineData("two words " + Secret, null, "one word")]
    [InlineData(Secret + "\nX", null, "one word")]
    [InlineData(null, "/no/such/file", "cannot be read")]
    public void A_bad_setting_is_told_without_the_token(string? token, string? file, string expected)
    {
        var options = new DiscordOptions { Token = token, TokenFile = file };

        var result = new DiscordOptionsValidator().Validate(null, options);
        var exception = Assert.Throws<InvalidOperationException>(() => DiscordToken.From(options));

        Assert.True(result.Failed);
        Assert.Contains(expected, result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-bot", result.FailureMessage + exception, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://discord.com/api/v10", true)]
    [InlineData("http://127.0.0.1:5000/api/v10", true)]
    [InlineData("http://discord.com/api/v10", false)]
    [InlineData("discord.com", false)]
    [InlineData("ftp://discord.com", false)]
    public void The_base_address_is_web_and_encrypted_unless_loopback(string url, bool expected)
    {
        Assert.Equal(expected, new DiscordOptionsValidator().Validate(null, new DiscordOptions { ApiBaseUrl = url }).Succeeded);
    }

    [Fact]
    public async Task A_host_with_an_odd_token_does_not_start_and_says_why()
    {
        await using var discord = await ScriptedDiscord.BuildAsync(token: "two words");

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => discord.Host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Discord__Token", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_reaches_no_log_and_no_reason_whatever_goes_wrong()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var reasons = new List<Outcome>();
        discord.Server.On("POST", "/api/v10/channels/1100/messages", (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        reasons.Add(await discord.Platform.SendAsync(Samples.Order(), TestContext.Current.CancellationToken));
        discord.Server.On("POST", "/api/v10/channels/1100/messages", 400, """{"message":"bad","code":50035}""");
        reasons.Add(await discord.Platform.SendAsync(Samples.Order(), TestContext.Current.CancellationToken));
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();
        peer.Drop();
        var second = await discord.NextConnectionAsync();
        await second.SayAsync("no json at all");
        var third = await discord.NextConnectionAsync();
        await third.HelloAsync();
        await third.HearAsync();
        await third.CloseAsync(4004);
        await discord.UntilAsync(() => discord.Platform.State is Announcements.Platforms.PlatformState.Refused, "The refusal was not noticed.");
        reasons.Add(await discord.Platform.SendAsync(Samples.Order(), TestContext.Current.CancellationToken));

        Assert.DoesNotContain("secret-of-the-bot", discord.Logs.All + string.Join(' ', reasons) + discord.Platform.State, StringComparison.Ordinal);
        Assert.Equal(3, reasons.Count);
    }
}
