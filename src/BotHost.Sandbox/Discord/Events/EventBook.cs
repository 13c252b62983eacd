namespace BotHost.Sandbox.Discord.Events;

/// <summary>The events of all servers. They begin and end by themselves at their times, by the campaign clock. The state's gate guards it.</summary>
internal sealed class EventBook(DiscordState state)
{
    private readonly List<StoredEvent> _events = [];

    public DateTimeOffset Now => state.Record.CampaignTime;

    /// <summary>Those that are to come or under way, in the order in which they were made.</summary>
    public IEnumerable<StoredEvent> Open(string guildId) => Settled().Where(one => one.GuildId == guildId && one.IsOpen);

    /// <exception cref="DiscordRefusal">The server has no such event.</exception>
    public StoredEvent Get(string guildId, string id) =>
        Settled().FirstOrDefault(one => one.GuildId == guildId && one.Id == id) ?? throw DiscordRefusal.UnknownEvent();

    public void Add(StoredEvent made, string payload)
    {
        _events.Add(made);
        Tell("GUILD_SCHEDULED_EVENT_CREATE", RecordKinds.EventCreated, made, payload);
    }

    /// <summary>Tells everybody what has been changed in it.</summary>
    public void Changed(StoredEvent changed, EventStatus before, string? payload, string? userId = null)
    {
        var kind = changed.Status == before ? RecordKinds.EventEdited
            : changed.Status is EventStatus.Cancelled ? RecordKinds.EventCancelled
            : changed.Status is EventStatus.Completed ? RecordKinds.EventEnded
            : RecordKinds.EventEdited;
        Tell("GUILD_SCHEDULED_EVENT_UPDATE", kind, changed, payload, userId);
    }

    public void Remove(StoredEvent removed, string? userId = null)
    {
        _events.Remove(removed);
        Tell("GUILD_SCHEDULED_EVENT_DELETE", RecordKinds.EventDeleted, removed, payload: null, userId);
    }

    /// <exception cref="ControlRefusedException">There is no such event, or nobody can do that to it now.</exception>
    public void ChangeByPeople(string id, string action)
    {
        var found = Settled().FirstOrDefault(one => one.Id == id) ?? throw new ControlRefusedException($"There is no event {id}.");
        var owner = state.World.Guilds.First(guild => guild.Id == found.GuildId).OwnerId;
        if (action == "delete")
        {
            Remove(found, owner);
            return;
        }

        var before = found.Status;
        var after = action switch
        {
            "start" => EventStatus.Active,
            "end" => EventStatus.Completed,
            "cancel" => EventStatus.Cancelled,
            _ => throw new ControlRefusedException($"\"{action}\" is nothing that people do to an event: use start, end, cancel or delete."),
        };
        if (!MayBecome(before, after))
        {
            throw new ControlRefusedException($"The event is {before}, so it cannot become {after}.");
        }

        found.Status = after;
        Changed(found, before, payload: null, owner);
    }

    public static bool MayBecome(EventStatus before, EventStatus after) => (before, after) is
        (EventStatus.Scheduled, EventStatus.Active or EventStatus.Cancelled) or (EventStatus.Active, EventStatus.Completed);

    private List<StoredEvent> Settled()
    {
        var now = Now;
        foreach (var one in _events)
        {
            if (one.Status is EventStatus.Scheduled && one.Start <= now)
            {
                one.Status = EventStatus.Active;
            }

            if (one.Status is EventStatus.Active && one.End <= now)
            {
                one.Status = EventStatus.Completed;
            }
        }

        return _events;
    }

    private void Tell(string dispatch, string kind, StoredEvent about, string? payload, string? userId = null)
    {
        state.Gateway.DispatchEvent(dispatch, about.Answer());
        state.Record.Append(
            new RecordEntry { Kind = kind, Platform = DiscordState.Platform, ChatId = about.GuildId, MessageId = about.Id, UserId = userId, Text = about.Name }, payload);
    }
}
