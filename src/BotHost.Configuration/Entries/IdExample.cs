using BotHost.Announcements.Texts;

namespace BotHost.Configuration.Entries;

/// <summary>Proposes an id for an entry that has none: what its file is called, where that can be one.</summary>
internal static class IdExample
{
    public static string Of(string file, string otherwise) =>
        Path.GetFileNameWithoutExtension(file) is var name && Identifier.IsValid(name) ? name : otherwise;
}
