namespace BotHost.Announcements.Texts;

/// <summary>Finds how far something fits, where more never fits better.</summary>
internal static class Longest
{
    /// <summary>The index of the last of so many that fits; -1 where not even the first does.</summary>
    public static int Fitting(int count, Func<int, bool> fits)
    {
        var (low, high, best) = (0, count - 1, -1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (fits(middle))
            {
                best = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return best;
    }
}
