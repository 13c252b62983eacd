using System.Globalization;
using System.Text.RegularExpressions;

namespace BotHost.Storage.Sqlite;

/// <summary>Reads what Linux says about its mounts (<c>/proc/self/mountinfo</c>, see proc(5)). Pure.</summary>
internal static partial class MountTable
{
    private const int MountPointField = 4;

    /// <summary>The type of the file system that holds a path; null where the table does not say.</summary>
    /// <param name="table">The text of the table.</param>
    /// <param name="path">A full path without links.</param>
    public static string? TypeOf(string table, string path)
    {
        string? type = null;
        var longest = -1;
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // A variable number of fields stands between the mount point and a lonely dash; the type follows that.
            var fields = line.Split(' ');
            var dash = Array.IndexOf(fields, "-", Math.Min(MountPointField + 1, fields.Length));
            if (dash < 0 || dash + 1 >= fields.Length)
            {
                continue;
            }

            // A later mount on the same place covers the earlier one.
            var mountPoint = Unescape(fields[MountPointField]);
            if (mountPoint.Length >= longest && Holds(mountPoint, path))
            {
                (type, longest) = (fields[dash + 1], mountPoint.Length);
            }
        }

        return type;
    }

    private static bool Holds(string mountPoint, string path) =>
        path.StartsWith(mountPoint, StringComparison.Ordinal)
        && (mountPoint.EndsWith('/') || path.Length == mountPoint.Length || path[mountPoint.Length] == '/');

    // Space, tab, line feed and backslash are written as three octal digits.
    private static string Unescape(string field) =>
        Octal().Replace(field, match => ((char)Convert.ToInt32(match.Groups[1].Value, 8)).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\\([0-7]{3})")]
    private static partial Regex Octal();
}
