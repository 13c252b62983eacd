using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Watching;

/// <summary>A config that is not in force because of its errors.</summary>
/// <param name="Errors">All of them, sorted by place.</param>
/// <param name="Occasion">The same for the same broken files and the same errors, in every process; another one for another broken edit.</param>
internal sealed record BrokenConfig(ImmutableArray<Finding> Errors, string Occasion)
{
    public static BrokenConfig Of(CatalogueReading reading)
    {
        ImmutableArray<Finding> errors = [.. reading.Errors];
        var broken = errors.Select(error => error.Where.File).ToHashSet();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in reading.Files.Where(file => broken.Contains(file.Path)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Bytes.Length}\0"));
            hash.AppendData(file.Bytes.AsSpan());
        }

        // A file that cannot be read, and one that is gone, have no bytes: their errors speak for them.
        foreach (var error in errors)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{error}\n"));
        }

        return new BrokenConfig(errors, Convert.ToHexStringLower(hash.GetHashAndReset())[..16]);
    }
}
