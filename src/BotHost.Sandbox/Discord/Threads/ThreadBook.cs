using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Threads;

/// <summary>All threads: what they are, what people do to them, and what the gateway hears of it. The state's gate guards it.</summary>
internal sealed class ThreadBook(DiscordState state)
{
    private const int HasThread = 1 << 5;

    private readonly Dictionary<string, StoredThread> _threads = [];

    public StoredThread? Find(string id) => _threads.GetValueOrDefault(id);

    public IEnumerable<StoredThread> Open(string guildId) => _threads.Values.Where(thread => thread.GuildId == guildId && !thread.Archived);

    public void Add(StoredThread thread, StoredMessage message, string payload)
    {
        _threads.Add(thread.Id, thread);
        message.Json["flags"] = message.Flags | HasThread;
        var shape = Answer(thread);
        shape["newly_created"] = true;
        state.Gateway.DispatchGuild("THREAD_CREATE", shape);
        Show(thread);
        Note(RecordKinds.ThreadCreated, thread, payload);
    }

    /// <summary>Tells everybody what has been changed in it.</summary>
    public void Changed(StoredThread thread, string? payload, string? userId = null)
    {
        state.Gateway.DispatchGuild("THREAD_UPDATE", Answer(thread));
        Show(thread);
        Note(RecordKinds.ThreadEdited, thread, payload, userId);
    }

    /// <exception cref="ControlRefusedException">There is no such thread, or nobody can do that to one.</exception>
    public void ChangeByPeople(string id, string action)
    {
        var thread = Find(id) ?? throw new ControlRefusedException($"There is no thread {id}.");
        var owner = state.World.Guilds.First(guild => guild.Id == thread.GuildId).OwnerId;
        switch (action)
        {
            case "archive":
                Archive(thread, true);
                break;
            case "open":
                Archive(thread, false);
                break;
            case "lock":
                thread.Locked = true;
                break;
            case "unlock":
                thread.Locked = false;
                break;
            case "delete":
                Remove(thread, owner);
                return;
            default:
                throw new ControlRefusedException($"\"{action}\" is nothing that people do to a thread: use archive, open, lock, unlock or delete.");
        }

        Changed(thread, payload: null, owner);
    }

    public void Archive(StoredThread thread, bool archived)
    {
        thread.Archived = archived;
        thread.ArchiveChangedAt = state.Clock.GetUtcNow();
    }

    /// <summary>A post opens an archived thread; a locked one takes none.</summary>
    /// <exception cref="DiscordRefusal">It is a thread, and locked.</exception>
    public void OpenForPost(string channelId)
    {
        if (Find(channelId) is not { } thread)
        {
            return;
        }

        if (thread.Locked && (state.BotPermissions(channelId) & Permission.ManageThreads) == 0)
        {
            throw DiscordRefusal.ThreadIsLocked();
        }

        if (thread.Archived)
        {
            Archive(thread, false);
            state.Gateway.DispatchGuild("THREAD_UPDATE", Answer(thread));
        }
    }

    /// <exception cref="DiscordRefusal">It is a thread, and archived.</exception>
    public void DemandOpen(string channelId)
    {
        if (Find(channelId) is { Archived: true })
        {
            throw DiscordRefusal.ThreadIsArchived();
        }
    }

    /// <summary>Counts anew what was said in it, where it is a thread.</summary>
    public void Count(string channelId)
    {
        if (Find(channelId) is { } thread)
        {
            Show(thread);
        }
    }

    /// <summary>The thread as an answer.</summary>
    public JsonObject Answer(StoredThread thread)
    {
        var messages = state.MessagesOf(thread.Id);
        return new JsonObject
        {
            ["id"] = thread.Id,
            ["type"] = thread.Type,
            ["guild_id"] = thread.GuildId,
            ["parent_id"] = thread.ParentId,
            ["owner_id"] = thread.OwnerId,
            ["name"] = thread.Name,
            ["last_message_id"] = messages.LastOrDefault()?.Id,
            ["flags"] = 0,
            ["rate_limit_per_user"] = thread.SecondsBetweenMessages,
            ["message_count"] = messages.Count,
            ["member_count"] = 1,
            ["total_message_sent"] = messages.Count,
            ["thread_metadata"] = new JsonObject
            {
                ["archived"] = thread.Archived,
                ["archive_timestamp"] = Shapes.Time(thread.ArchiveChangedAt),
                ["auto_archive_duration"] = thread.AutoArchiveMinutes,
                ["locked"] = thread.Locked,
                ["create_timestamp"] = Shapes.Time(thread.CreatedAt),
            },
        };
    }

    private void Remove(StoredThread thread, string userId)
    {
        _threads.Remove(thread.Id);
        if (MessageOf(thread) is { } message)
        {
            message.Json["flags"] = message.Flags & ~HasThread;
            message.Json.Remove("thread");
        }

        state.Gateway.DispatchGuild("THREAD_DELETE", new JsonObject
        {
            ["id"] = thread.Id,
            ["guild_id"] = thread.GuildId,
            ["parent_id"] = thread.ParentId,
            ["type"] = thread.Type,
        });
        Note(RecordKinds.ThreadDeleted, thread, payload: null, userId);
    }

    // Discord shows the thread in its message; the message may be gone, and the thread stays.
    private void Show(StoredThread thread)
    {
        if (MessageOf(thread) is { } message)
        {
            message.Json["thread"] = Answer(thread);
        }
    }

    private StoredMessage? MessageOf(StoredThread thread) => state.MessagesOf(thread.ParentId).FirstOrDefault(message => message.Id == thread.Id);

    private void Note(string kind, StoredThread thread, string? payload, string? userId = null) =>
        state.Record.Append(
            new RecordEntry { Kind = kind, Platform = DiscordState.Platform, ChatId = thread.ParentId, MessageId = thread.Id, UserId = userId, Text = thread.Name }, payload);
}
