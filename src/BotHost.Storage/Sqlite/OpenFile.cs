using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BotHost.Storage.Sqlite;

/// <summary>Asks SQLite about the file behind an open connection.</summary>
internal static class OpenFile
{
    // From sqlite3.h. The client library does not pass this question on, so it is asked of the native library itself.
    private const int HasMovedQuestion = 20;

    /// <summary>
    /// True where the file was deleted, moved or exchanged since it was opened: what is committed now would land in a file that nobody finds.
    /// Where the system does not let an open file be moved (Windows), SQLite has no answer, and nothing has moved.
    /// </summary>
    public static bool HasMoved(this SqliteConnection connection) =>
        sqlite3_file_control(connection.Handle!, 0, HasMovedQuestion, out var moved) == raw.SQLITE_OK && moved != 0;

    [DllImport("e_sqlite3", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_file_control(sqlite3 database, nint mainSchema, int question, out int answer);
}
