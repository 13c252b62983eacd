using System.Text.Json;

namespace BotHost.Discord.Gateway;

/// <summary>
/// Tells which events may have changed what the bot may do. It outlives sockets and sessions: what a resumed session missed is replayed to it,
/// and what a lost one missed counts as a change.
/// </summary>
internal sealed class RightsWatch
{
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private string? _userId;
    private bool _hasBegun;

    /// <summary>A new session; true where an earlier one was lost, so that changes may have gone unheard.</summary>
    public bool Begin(ReadyPayload ready)
    {
        var again = _hasBegun;
        _hasBegun = true;
        _userId = ready.User?.Id;
        _announced.Clear();
        _announced.UnionWith((ready.Guilds ?? []).Select(guild => guild.Id));
        return again;
    }

    public bool Concerns(string? type, JsonElement data) => type switch
    {
        "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE" => true,
        "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_UPDATE" => true,
        // Sent when the bot gains access to a channel with threads.
        "THREAD_LIST_SYNC" => true,
        // Of ourselves it comes without the privileged intent for members.
        "GUILD_MEMBER_UPDATE" => _userId is not null && data.Member("user").Text("id") == _userId,
        // After the start each server comes once, as the greeting announced; whatever else comes was joined or came back.
        "GUILD_CREATE" => !_announced.Remove(data.Text("id")),
        _ => false,
    };
}
