namespace BotHost.Sandbox.Hosting;

/// <summary>Counts uses per key in fixed windows of machine time, as both platforms' limits do.</summary>
internal sealed class RateWindow(int size, TimeSpan window, TimeProvider clock)
{
    private readonly Dictionary<string, (long Start, int Used)> _keys = [];

    public int Size => size;

    /// <summary>Uses one place; says how many remain (negative: refused) and when the window starts anew.</summary>
    public (int Remaining, TimeSpan ResetAfter) Use(string key)
    {
        var now = clock.GetTimestamp();
        if (!_keys.TryGetValue(key, out var state) || clock.GetElapsedTime(state.Start, now) >= window)
        {
            state = (now, 0);
        }

        var left = window - clock.GetElapsedTime(state.Start, now);
        if (state.Used >= size)
        {
            return (-1, left);
        }

        _keys[key] = (state.Start, state.Used + 1);
        return (size - state.Used - 1, left);
    }
}
