namespace BotHost.Telegram.BotApi;

/// <summary>A picture that travels with a request, under the name by which the request refers to it.</summary>
internal sealed record AttachedPicture(string Name, byte[] Bytes)
{
    private const string Prefix = "attach://";

    public string MediaType => Path.GetExtension(Name) switch
    {
        ".jpg" => "image/jpeg",
        { Length: > 1 } extension => $"image/{extension[1..]}",
        _ => "application/octet-stream",
    };

    /// <summary>How a request's parameter points at the file beside it.</summary>
    public static string ReferenceTo(string name) => Prefix + name;

    /// <summary>Which file a parameter points at; null: none.</summary>
    public static string? NameIn(string? reference) =>
        reference is not null && reference.StartsWith(Prefix, StringComparison.Ordinal) ? reference[Prefix.Length..] : null;

    /// <summary>What the store knows it by: the name without its extension.</summary>
    public static string HashIn(string name) => Path.GetFileNameWithoutExtension(name);
}
