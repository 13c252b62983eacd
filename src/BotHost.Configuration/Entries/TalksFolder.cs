using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the talks, one file each.</summary>
internal sealed class TalksFolder(IMarkdownReader markdown)
{
    private readonly EntryShelf<TalkEntry> _shelf = new();

    private TalkContext? _context;

    public ImmutableDictionary<TalkId, Talk> Read(ConfigFolder folder, TalkContext context, FindingList findings)
    {
        // The same object while it is equal, so that a thousand talks need not compare a thousand names each.
        _context = context.Equals(_context) ? _context : context;
        var current = _context!;
        var talks = ImmutableDictionary.CreateBuilder<TalkId, Talk>();
        var places = new Dictionary<TalkId, SourceSpan>();
        foreach (var entry in _shelf.ReadAll(folder.Talks, current, file => TalkReader.Read(file, current, markdown)))
        {
            findings.Absorb(entry.Findings);
            if (entry.Id is not { } id)
            {
                continue;
            }

            if (!places.TryAdd(id, entry.Where))
            {
                findings.Error(entry.Where, "id-twice", $"the talk id '{id}' is used twice, first in {places[id]}", "give each talk an id of its own");
            }
            else if (entry.Talk is { } talk)
            {
                talks.Add(id, talk);
            }
        }

        return talks.ToImmutable();
    }
}
