using System.Collections.Concurrent;

namespace BotHost.Telegram;

/// <summary>The public names of the chats that commands came from, as the platform told them last.</summary>
internal sealed class ChatNames
{
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public void Learn(string chatId, string? username)
    {
        if (string.IsNullOrEmpty(username))
        {
            _names.TryRemove(chatId, out _);
            return;
        }

        _names[chatId] = "@" + username;
    }

    public string? NameOf(string chatId) => _names.GetValueOrDefault(chatId);
}
