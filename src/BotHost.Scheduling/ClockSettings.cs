using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Scheduling;

/// <summary>Reads the settings section "Clock": all problems at once, each with what, where and how to fix it.</summary>
internal static class ClockSettings
{
    public const string Section = "Clock";

    private static readonly string[] RehearsalOnly = ["Speed", "Pace"];
    private static readonly InstantPattern WithoutSeconds = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");
    private static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9900, 1, 1, 0, 0);

    /// <returns>The rehearsal that is asked for, or null for the real clock.</returns>
    /// <exception cref="OptionsValidationException">A value cannot be understood, or the values do not go together.</exception>
    public static RehearsalOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var problems = new List<string>();
        var start = Start(section["Start"], problems);
        var speed = Positive(section["Speed"], "Clock:Speed", "campaign seconds per second, such as 86400 for a day per second", RehearsalOptions.LargestSpeed, problems);
        var pace = Positive(section["Pace"], "Clock:Pace", "seconds from one due instant to the next, such as 2.5", 86_400, problems);

        if (string.IsNullOrWhiteSpace(section["Start"]))
        {
            foreach (var key in RehearsalOnly.Where(key => !string.IsNullOrWhiteSpace(section[key])))
            {
                problems.Add($"Clock:{key} is set without Clock:Start, so this would not be a rehearsal but the real clock. Set Clock:Start (Clock__Start in the environment) as well, or remove Clock:{key}.");
            }
        }

        if (!string.IsNullOrWhiteSpace(section["Speed"]) && !string.IsNullOrWhiteSpace(section["Pace"]))
        {
            problems.Add("Clock:Speed and Clock:Pace are both set, but a rehearsal runs either at a speed or at a pace. Remove one of them.");
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Section, typeof(RehearsalOptions), problems);
        }

        return start is { } instant
            ? new RehearsalOptions { Start = instant, Speed = speed, Pace = pace is { } seconds ? Duration.FromSeconds(seconds) : RehearsalOptions.DefaultPace }
            : null;
    }

    /// <exception cref="OptionsValidationException">A value is out of its range.</exception>
    public static void Check(RehearsalOptions options)
    {
        var problems = new List<string>();
        if (options.Start < Earliest || options.Start > Latest)
        {
            problems.Add($"The rehearsal's start {options.Start} is not between {Earliest} and {Latest}. Choose a start in between.");
        }

        if (options.Speed is { } speed && !(speed > 0 && speed <= RehearsalOptions.LargestSpeed))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The rehearsal's speed {speed} is not above 0 and at most {RehearsalOptions.LargestSpeed}. Choose a speed in between, or none."));
        }

        if (options.Pace <= Duration.Zero || options.Pace > Duration.FromDays(1))
        {
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The rehearsal's pace of {options.Pace.TotalSeconds} s is not above 0 and at most a day. Choose a pace in between."));
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException(Section, typeof(RehearsalOptions), problems);
        }
    }

    private static Instant? Start(string? text, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var trimmed = text.Trim();
        var parsed = InstantPattern.ExtendedIso.Parse(trimmed);
        if (!parsed.Success)
        {
            parsed = WithoutSeconds.Parse(trimmed);
        }

        if (parsed.TryGetValue(default, out var instant) && instant >= Earliest && instant <= Latest)
        {
            return instant;
        }

        problems.Add($"Clock:Start is '{trimmed}', which is not an instant in UTC. Write it as 2027-01-31T18:30:00Z (setting Clock:Start, Clock__Start in the environment), or remove it for the real clock.");
        return null;
    }

    private static double? Positive(string? text, string key, string meaning, double largest, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= largest)
        {
            return number;
        }

        problems.Add(string.Create(CultureInfo.InvariantCulture, $"{key} is '{text.Trim()}', which is not a number above 0 and at most {largest}. Write {meaning} (setting {key}, {key.Replace(":", "__", StringComparison.Ordinal)} in the environment), or remove it."));
        return null;
    }
}
