using System.Collections.Immutable;
using BotHost.Configuration.Files;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the entries of many files, on all processors, and those that have not changed not again.</summary>
/// <remarks>
/// An entry that comes back is the same object, so that whoever keeps something for a talk finds it again after a reload. It is
/// known by its file's bytes, and by the context that its reading depended on.
/// </remarks>
internal sealed class EntryShelf<T>
    where T : class
{
    private Dictionary<string, Kept> _last = [];

    public ImmutableArray<T> ReadAll(ImmutableArray<SourceFile> files, object context, Func<SourceFile, T> read)
    {
        var last = _last;
        var entries = new T[files.Length];
        Parallel.For(0, files.Length, index =>
        {
            var file = files[index];
            entries[index] = last.TryGetValue(file.Path, out var kept) && kept.Holds(file, context) ? kept.Entry : read(file);
        });

        var now = new Dictionary<string, Kept>(files.Length, StringComparer.Ordinal);
        for (var index = 0; index < files.Length; index++)
        {
            now[files[index].Path] = new Kept(files[index].Bytes, context, entries[index]);
        }

        _last = now;
        return [.. entries];
    }

    private sealed record Kept(ImmutableArray<byte> Bytes, object Context, T Entry)
    {
        public bool Holds(SourceFile file, object context) => Context.Equals(context) && Bytes.AsSpan().SequenceEqual(file.Bytes.AsSpan());
    }
}
