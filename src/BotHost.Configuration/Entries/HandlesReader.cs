using System.Collections.Immutable;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads a person's account names, each in its platform's form, with or without the sign before it.</summary>
internal static class HandlesReader
{
    private static readonly ImmutableArray<(string Platform, Form<string> Form)> Platforms =
    [
        ("discord", Handles.Discord),
        ("telegram", Handles.Telegram),
    ];

    public static ImmutableDictionary<string, string> Read(Section person, FindingList findings)
    {
        if (person.Find("handles") is not { } node || Section.Open(node, "the handles of a person", findings, Shapes.Handles) is not { } section)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        return Platforms
            .Select(known => KeyValuePair.Create(known.Platform, section.Read(known.Platform, known.Form)))
            .Where(handle => handle.Value is not null)
            .ToImmutableDictionary(handle => handle.Key, handle => handle.Value!, StringComparer.Ordinal);
    }
}
