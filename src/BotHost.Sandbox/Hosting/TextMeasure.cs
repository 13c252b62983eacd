using System.Text;

namespace BotHost.Sandbox.Hosting;

/// <summary>Measures text in the units of the platforms.</summary>
internal static class TextMeasure
{
    /// <summary>Unicode code points, the unit of both platforms' limits.</summary>
    public static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    public static int Utf8Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
