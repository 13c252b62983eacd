using System.Collections.Immutable;

namespace BotHost.Configuration.Import.Planning;

/// <summary>A person that the config has.</summary>
/// <param name="Names">Every one under which the config knows the person.</param>
internal sealed record KnownPerson(string Id, ImmutableArray<string> Names, string Bio, string? Headline);
