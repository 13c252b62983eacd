using System.Globalization;

namespace BotHost.Sandbox.Discord;

/// <summary>Makes ids in the form of Discord's: milliseconds since 2015, then a counter.</summary>
internal sealed class Snowflakes(TimeProvider clock)
{
    private const long Epoch = 1_420_070_400_000;
    private ulong _last;

    public string Next()
    {
        var now = (ulong)Math.Max(1, clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22;
        _last = Math.Max(now, _last + 1);
        return _last.ToString(CultureInfo.InvariantCulture);
    }

    public static bool IsOne(string text) =>
        text.Length is > 0 and <= 20 && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public static ulong Number(string id) => ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}
