using System.Data.Common;
using Microsoft.Extensions.Options;

namespace BotHost.Storage;

/// <summary>Refuses storage settings that would not mean what they say. A connection string is never repeated in a message: it may hold a password.</summary>
internal sealed class StorageOptionsCheck(IOptions<DataOptions> data) : IValidateOptions<StorageOptions>
{
    private const string FileName = "bothost.db";
    private const string Remedy = "Write 'Data Source=/path/of/bothost.db', or leave the setting out for bothost.db in Data__Directory.";

    /// <summary>The database's path as the settings give it.</summary>
    /// <exception cref="FormatException">The connection string names no file.</exception>
    public static string PathOf(StorageOptions storage, DataOptions data) =>
        string.IsNullOrWhiteSpace(storage.ConnectionString) ? Path.Combine(data.Directory, FileName) : DataSource(storage.ConnectionString);

    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        if (!string.Equals(options.Provider, StorageOptions.Sqlite, StringComparison.OrdinalIgnoreCase))
        {
            return ValidateOptionsResult.Fail(
                $"Storage__Provider is '{options.Provider}', but this version knows '{StorageOptions.Sqlite}' only. Set it to '{StorageOptions.Sqlite}' or leave it out.");
        }

        if (string.IsNullOrWhiteSpace(options.ConnectionString) && string.IsNullOrWhiteSpace(data.Value.Directory))
        {
            return ValidateOptionsResult.Fail("Data__Directory is empty. Set it to the folder where the bot may keep its files, or leave it out for 'data'.");
        }

        try
        {
            PathOf(options, data.Value);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException error)
        {
            return ValidateOptionsResult.Fail(error.Message);
        }
    }

    private static string DataSource(string connectionString)
    {
        var settings = new DbConnectionStringBuilder();
        try
        {
            settings.ConnectionString = connectionString;
        }
        catch (ArgumentException)
        {
            throw new FormatException($"Storage__ConnectionString is not a connection string. {Remedy}");
        }

        string[] keys = [.. settings.Keys.Cast<string>()];
        if (keys is not [var key] || key.ToLowerInvariant() is not ("data source" or "datasource" or "filename"))
        {
            throw new FormatException($"Storage__ConnectionString must name the file and nothing else; the ledger chooses the rest itself. It has: {string.Join(", ", keys)}. {Remedy}");
        }

        var file = (string)settings[key];
        return file.Length == 0 || file.StartsWith(':') || file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
            ? throw new FormatException($"Storage__ConnectionString names no file on a disk, and a ledger in memory would forget what was posted. {Remedy}")
            : file;
    }
}
