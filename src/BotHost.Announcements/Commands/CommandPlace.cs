namespace BotHost.Announcements.Commands;

/// <summary>Where a command was sent.</summary>
/// <param name="PlaceId">The server's or chat's id, as in <see cref="Platforms.ModeratorPlace.Id"/>; null in a private chat.</param>
/// <param name="ChannelId">The channel's or chat's id.</param>
/// <param name="Thread">The topic or thread in it.</param>
public sealed record CommandPlace(string? PlaceId, string ChannelId, string? Thread = null)
{
    public bool IsPrivate => PlaceId is null;
}
