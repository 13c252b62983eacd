namespace BotHost.Configuration.Import.Recognising;

/// <param name="Kind">As in the config, or <see cref="Online"/> or <see cref="Map"/>, which have keys of their own.</param>
/// <param name="Label">In the announcement's words; empty where it has none.</param>
/// <param name="Url">As written.</param>
internal sealed record ImportedLink(string Kind, string Label, string Url)
{
    public const string Online = "online";
    public const string Map = "map";
}
