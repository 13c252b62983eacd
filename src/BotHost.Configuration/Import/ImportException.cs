namespace BotHost.Configuration.Import;

/// <summary>Why an announcement is not imported, in a sentence for people. Nothing was written.</summary>
public sealed class ImportException(string message) : Exception(message);
