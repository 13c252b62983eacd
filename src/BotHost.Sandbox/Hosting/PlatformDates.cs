using System.Globalization;

namespace BotHost.Sandbox.Hosting;

/// <summary>The time that each platform believes it is, as the Date of its answers tells it.</summary>
internal sealed class PlatformDates(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _shifts = [];

    public void Shift(string platform, TimeSpan by)
    {
        lock (_gate)
        {
            _shifts[platform] = by;
        }
    }

    public string Of(string platform)
    {
        lock (_gate)
        {
            return (clock.GetUtcNow() + _shifts.GetValueOrDefault(platform)).ToString("R", CultureInfo.InvariantCulture);
        }
    }
}
