namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>An empty folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("bothost-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>The shipped config without the mark that <c>run</c> refuses; the folder's name in here.</summary>
    public string CopyOfSample()
    {
        var target = this["config"];
        foreach (var file in Directory.EnumerateFiles(Repository.SampleConfig, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(Repository.SampleConfig, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var main = System.IO.Path.Combine(target, "bothost.yaml");
        File.WriteAllText(main, File.ReadAllText(main).Replace("sample: true", "sample: false", StringComparison.Ordinal));
        return target;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
