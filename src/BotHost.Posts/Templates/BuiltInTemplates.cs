using System.Reflection;

namespace BotHost.Posts.Templates;

/// <summary>The templates inside this assembly, one folder for each language.</summary>
internal static class BuiltInTemplates
{
    private const string Folder = "templates/";

    public static IEnumerable<TemplateSource> Read()
    {
        var assembly = typeof(BuiltInTemplates).Assembly;
        return assembly.GetManifestResourceNames()
            .Select(name => (Name: name, Path: name.Replace('\\', '/')))
            .Where(resource => resource.Path.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => Read(assembly, resource.Name, resource.Path[Folder.Length..].Split('/')));
    }

    private static TemplateSource Read(Assembly assembly, string resource, string[] path)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new TemplateSource(path[0], Path.GetFileNameWithoutExtension(path[1]), reader.ReadToEnd());
    }
}
