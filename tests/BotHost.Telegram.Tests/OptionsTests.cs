using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Options;

namespace BotHost.Telegram.Tests;

public class OptionsTests
{
    [Fact]
    public void A_token_and_a_file_together_are_refused_without_naming_the_token()
    {
        var result = new TelegramOptionsCheck().Validate(null, new TelegramOptions { Token = BotStage.Token, TokenFile = "/etc/hostname" });

        Assert.True(result.Failed);
        Assert.Contains("exactly one", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(BotStage.Token, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var result = new TelegramOptionsCheck().Validate(null, new TelegramOptions { TokenFile = "/nowhere/token" });

        Assert.Contains("/nowhere/token", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_from_a_file_loses_its_line_end()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, BotStage.Token + "\n", TestContext.Current.CancellationToken);

        var token = Telegram.BotApi.BotToken.Of(new TelegramOptions { TokenFile = path });
        File.Delete(path);

        Assert.Equal($"http://127.0.0.1/bot{BotStage.Token}/getMe", token.AddressOf("http://127.0.0.1/", "getMe").ToString());
    }

    [Theory]
    [InlineData("no address", "example")]
    [InlineData("another protocol", "ftp://example.org")]
    [InlineData("a token over the open network", "http://example.org")]
    public void A_base_address_that_cannot_be_used_is_refused(string row, string url)
    {
        Assert.NotEmpty(row);

        Assert.True(new TelegramOptionsCheck().Validate(null, new TelegramOptions { Token = BotStage.Token, ApiBaseUrl = url }).Failed);
    }

    [Fact]
    public async Task A_text_that_is_no_token_is_refused_before_anything_connects()
    {
        await using var stage = await BotStage.OpenAsync();
        using var host = stage.Build(stage.Server.BaseUrl.ToString(), "12/../34 x");

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.IsType<PlatformState.Refused>(((IChatPlatform)host.Services.GetService(typeof(IChatPlatform))!).State);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task Bad_settings_stop_the_start()
    {
        await using var stage = await BotStage.OpenAsync();
        using var host = stage.Build("nonsense", BotStage.Token);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.DoesNotContain(BotStage.Token, error.ToString(), StringComparison.Ordinal);
    }
}
