using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Telegram.Updates;

/// <summary>Updates that the bot has not confirmed, and the one poll that may wait for more. The state's gate guards it.</summary>
internal sealed class UpdateQueue(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly string[] AskedForOnly = ["chat_member", "message_reaction", "message_reaction_count"];

    private readonly List<(int Id, long At, JsonObject Json)> _pending = [];
    private int _lastId = 100_000_000;
    private IReadOnlyList<string> _allowed = [];
    private TaskCompletionSource<bool>? _waiting;

    public int Pending => _pending.Count;

    public IReadOnlyList<string> Allowed => _allowed;

    public void Allow(IReadOnlyList<string> kinds) => _allowed = kinds;

    public void Add(string kind, JsonObject content)
    {
        if (_allowed.Count > 0 ? !_allowed.Contains(kind) : AskedForOnly.Contains(kind))
        {
            return;
        }

        _lastId++;
        _pending.Add((_lastId, clock.GetTimestamp(), new JsonObject { ["update_id"] = _lastId, [kind] = content }));
        _waiting?.TrySetResult(true);
    }

    public void Drop() => _pending.Clear();

    /// <summary>Confirms what the offset says: everything before it, or, if it is negative, all but the last so many.</summary>
    public void Confirm(long offset)
    {
        _pending.RemoveAll(update => clock.GetElapsedTime(update.At) > Kept);
        if (offset > 0)
        {
            _pending.RemoveAll(update => update.Id < offset);
        }
        else if (offset < 0 && _pending.Count > -offset)
        {
            _pending.RemoveRange(0, _pending.Count - (int)-offset);
        }
    }

    public JsonArray Peek(int limit) => new([.. _pending.Take(limit).Select(update => update.Json.DeepClone())]);

    /// <summary>
    /// Begins a wait; the one before it ends with a conflict. The task gives true for news and false for a conflict.
    /// </summary>
    public TaskCompletionSource<bool> Wait()
    {
        _waiting?.TrySetResult(false);
        _waiting = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting;
    }

    /// <summary>Ends the wait of another poll, if there is one.</summary>
    public void Interrupt()
    {
        _waiting?.TrySetResult(false);
        _waiting = null;
    }

    public void Done(TaskCompletionSource<bool> wait)
    {
        if (_waiting == wait)
        {
            _waiting = null;
        }
    }
}
