using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BotHost.Scheduling.Tests;

public sealed class ClockSettingsTests
{
    [Fact]
    public void Without_a_start_the_clock_is_the_real_one()
    {
        var builder = Builder();

        builder.AddScheduling();

        using var host = builder.Build();
        Assert.IsNotType<RehearsalClock>(host.Services.GetRequiredService<IClock>());
        Assert.Null(host.Services.GetService<RehearsalClock>());
        Assert.Same(TimeProvider.System, host.Services.GetRequiredService<TimeProvider>());
    }

    [Theory]
    [InlineData("2027-01-31T18:30:00Z")]
    [InlineData("2027-01-31T18:30Z")]
    [InlineData(" 2027-01-31T18:30:00.000Z ")]
    public void With_a_start_it_is_a_rehearsal_that_stands_there(string start)
    {
        var builder = Builder(("Clock:Start", start));

        builder.AddScheduling();

        using var host = builder.Build();
        Assert.Equal(Instant.FromUtc(2027, 1, 31, 18, 30), host.Services.GetRequiredService<RehearsalClock>().Now);
    }

    [Fact]
    public void Speed_and_pace_are_read_as_written_everywhere()
    {
        var fast = ClockSettings.Read(Builder(("Clock:Start", "2027-01-31T18:30:00Z"), ("Clock:Speed", "86400")).Configuration);
        var paced = ClockSettings.Read(Builder(("Clock:Start", "2027-01-31T18:30:00Z"), ("Clock:Pace", "0.5")).Configuration);
        var plain = ClockSettings.Read(Builder(("Clock:Start", "2027-01-31T18:30:00Z"), ("Clock:Speed", "")).Configuration);

        Assert.Equal(86_400, fast!.Speed);
        Assert.Equal(Duration.FromMilliseconds(500), paced!.Pace);
        Assert.Null(plain!.Speed);
        Assert.Equal(Duration.FromMilliseconds(2500), plain.Pace);
    }

    [Theory]
    [InlineData("Clock:Start", "tomorrow")]
    [InlineData("Clock:Start", "2027-01-31")]
    [InlineData("Clock:Start", "2027-01-31T18:30:00+01:00")]
    [InlineData("Clock:Start", "2027-02-30T18:30:00Z")]
    [InlineData("Clock:Speed", "0")]
    [InlineData("Clock:Speed", "-3")]
    [InlineData("Clock:Speed", "fast")]
    [InlineData("Clock:Speed", "NaN")]
    [InlineData("Clock:Speed", "Infinity")]
    [InlineData("Clock:Speed", "1e12")]
    [InlineData("Clock:Pace", "0")]
    [InlineData("Clock:Pace", "2,5")]
    public void A_bad_value_is_named_with_its_setting_and_the_remedy(string setting, string value)
    {
        var builder = setting == "Clock:Start" ? Builder((setting, value)) : Builder(("Clock:Start", "2027-01-31T18:30:00Z"), (setting, value));

        var error = Assert.Throws<OptionsValidationException>(() => builder.AddScheduling());

        var failure = Assert.Single(error.Failures);
        Assert.StartsWith($"{setting} is '{value}', which is not ", failure, StringComparison.Ordinal);
        Assert.Contains("Write ", failure, StringComparison.Ordinal);
        Assert.Contains(setting.Replace(":", "__", StringComparison.Ordinal), failure, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_come_at_once()
    {
        var builder = Builder(("Clock:Start", "soon"), ("Clock:Speed", "x"), ("Clock:Pace", "y"));

        var error = Assert.Throws<OptionsValidationException>(() => builder.AddScheduling());

        Assert.Equal(4, error.Failures.Count());
    }

    [Theory]
    [InlineData("Speed")]
    [InlineData("Pace")]
    public void A_speed_without_a_start_is_refused_because_it_would_not_be_a_rehearsal(string key)
    {
        var builder = Builder(($"Clock:{key}", "10"));

        var error = Assert.Throws<OptionsValidationException>(() => builder.AddScheduling());

        Assert.Contains("without Clock:Start", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Options_given_in_code_are_checked_too()
    {
        var start = Instant.FromUtc(2027, 1, 1, 0, 0);

        Assert.Throws<OptionsValidationException>(() => Builder().AddScheduling(new RehearsalOptions { Start = start, Speed = 0 }));
        Assert.Throws<OptionsValidationException>(() => Builder().AddScheduling(new RehearsalOptions { Start = start, Pace = Duration.Zero }));
        Assert.Throws<OptionsValidationException>(() => Builder().AddScheduling(new RehearsalOptions { Start = Instant.MaxValue }));
    }

    [Fact]
    public void The_operators_own_word_about_the_log_of_Quartz_wins()
    {
        var builder = Builder(("Logging:LogLevel:Quartz", "Debug"));
        var quiet = Builder();

        builder.AddScheduling();
        quiet.AddScheduling();

        Assert.Equal("Debug", builder.Configuration["Logging:LogLevel:Quartz"]);
        Assert.Equal("Warning", quiet.Configuration["Logging:LogLevel:Quartz"]);
    }

    private static HostApplicationBuilder Builder(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        return builder;
    }
}
