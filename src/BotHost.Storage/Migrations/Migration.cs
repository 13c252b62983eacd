using System.Globalization;
using System.Reflection;

namespace BotHost.Storage.Migrations;

/// <summary>One numbered change of the schema; once released it never changes.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>Every migration that this version knows, oldest first.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load(typeof(Migration).Assembly);

    /// <summary>The version of a database that all of them were applied to.</summary>
    public static int Newest => All[^1].Version;

    private static List<Migration> Load(Assembly assembly)
    {
        var migrations = assembly.GetManifestResourceNames()
            .Order(StringComparer.Ordinal)
            .Select(name => new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, Text(assembly, name)))
            .ToList();
        for (var index = 0; index < migrations.Count; index++)
        {
            if (migrations[index].Version != index + 1)
            {
                throw new InvalidOperationException($"Migration {index + 1:0000} is missing before '{migrations[index].Name}'.");
            }
        }

        return migrations;
    }

    private static string Text(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
