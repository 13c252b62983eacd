using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.BotApi;

/// <summary>Spaces messages by the platform's rules of thumb, so that it seldom has to say "too many".</summary>
/// <remarks>30 a second for all chats; 1 a second in each chat; 20 a minute in each group; nothing in a chat that a 429 closed.</remarks>
internal sealed class RateGate(TimeProvider time)
{
    public const int PerSecond = 30;

    public const int PerGroupMinute = 20;

    /// <summary>Longer than this no worker is held.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const int ChatsBeforeSweep = 1000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly long _origin = time.GetTimestamp();
    private readonly Dictionary<string, ChatBook> _chats = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TimeSpan> _all = [];

    /// <summary>Waits for a slot in this chat and takes it.</summary>
    public async ValueTask<Turn> WaitAsync(string chat, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan wait;
            TimeSpan slot;
            lock (_gate)
            {
                var now = time.GetElapsedTime(_origin);
                Forget(chat, now);
                slot = NextFree(chat, now);
                wait = slot - now;
                if (wait > LongestWait)
                {
                    return new Turn.ComeBack(wait);
                }

                BookOf(chat).Slots.Add(slot);
                _all.Add(slot);
            }

            if (wait <= TimeSpan.Zero)
            {
                return new Turn.Granted();
            }

            try
            {
                await Task.Delay(wait, time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Release(chat, slot);
                throw;
            }

            lock (_gate)
            {
                if (BookOf(chat).ClosedUntil <= slot)
                {
                    return new Turn.Granted();
                }
            }

            // The chat was closed while this one waited, so its slot is worth nothing any more.
            Release(chat, slot);
        }
    }

    /// <summary>Nothing goes to this chat for that long.</summary>
    public void Close(string chat, TimeSpan after)
    {
        lock (_gate)
        {
            var book = BookOf(chat);
            var until = time.GetElapsedTime(_origin) + after;
            book.ClosedUntil = until > book.ClosedUntil ? until : book.ClosedUntil;
        }
    }

    private static bool IsGroup(string chat) => chat.StartsWith('-') || chat.StartsWith('@');

    private TimeSpan NextFree(string chat, TimeSpan now)
    {
        var book = BookOf(chat);
        var slot = now > book.ClosedUntil ? now : book.ClosedUntil;
        if (book.Slots.Count > 0)
        {
            slot = Later(slot, book.Slots.Max() + Second);
        }

        if (IsGroup(chat) && book.Slots.Count >= PerGroupMinute)
        {
            slot = Later(slot, book.Slots.Order().ElementAt(book.Slots.Count - PerGroupMinute) + Minute);
        }

        while (true)
        {
            var near = _all.Where(taken => (taken - slot).Duration() < Second).Order().ToList();
            if (near.Count < PerSecond)
            {
                return slot;
            }

            slot = near[near.Count - PerSecond] + Second;
        }
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private ChatBook BookOf(string chat)
    {
        if (!_chats.TryGetValue(chat, out var book))
        {
            book = new ChatBook();
            _chats[chat] = book;
        }

        return book;
    }

    private void Forget(string chat, TimeSpan now)
    {
        _all.RemoveAll(slot => slot + Second < now);
        BookOf(chat).Slots.RemoveAll(slot => slot + Minute < now);
        if (_chats.Count <= ChatsBeforeSweep)
        {
            return;
        }

        foreach (var (other, _) in _chats.Where(pair => pair.Key != chat && pair.Value.IsIdle(now)).ToList())
        {
            _chats.Remove(other);
        }
    }

    private void Release(string chat, TimeSpan slot)
    {
        lock (_gate)
        {
            BookOf(chat).Slots.Remove(slot);
            _all.Remove(slot);
        }
    }

    private sealed class ChatBook
    {
        public List<TimeSpan> Slots { get; } = [];

        public TimeSpan ClosedUntil { get; set; }

        public bool IsIdle(TimeSpan now) => ClosedUntil <= now && Slots.TrueForAll(slot => slot + Minute < now);
    }
}
