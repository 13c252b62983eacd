using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Threads;

/// <summary>Threads that hang on a message. Other channels cannot be changed here: nothing but a thread is a bot's own.</summary>
internal sealed class ThreadEndpoints(DiscordState state)
{
    private const int DefaultMinutes = 4320;
    private const int LongestName = 100;
    private const int LongestPause = 21_600;

    private static readonly long[] Minutes = [60, 1440, DefaultMinutes, 10_080];

    public WireReply Start(DiscordRequest request)
    {
        var channelId = request.Path["channel"];
        state.Demand(channelId, Permission.CreatePublicThreads);
        if (state.FindChannel(channelId) is not ({ } guild, { Type: 0 or 5 } channel))
        {
            throw DiscordRefusal.WrongChannelType();
        }

        var errors = new FormErrors();
        var form = new FormReader(request.Form, "", errors);
        var name = form.Text("name", 1, LongestName, required: true);
        var minutes = ArchivedAfter(form);
        var pause = form.Integer("rate_limit_per_user", 0, LongestPause);
        errors.ThrowIfAny();

        var message = state.PublicMessage(channelId, request.Path["message"]);
        if (state.Threads.Find(message.Id) is not null)
        {
            throw DiscordRefusal.ThreadExists();
        }

        var now = state.Clock.GetUtcNow();
        var thread = new StoredThread
        {
            Id = message.Id,
            GuildId = guild.Id,
            ParentId = channelId,
            OwnerId = state.BotId,
            Type = channel.Type == 5 ? 10 : 11,
            Name = name!,
            AutoArchiveMinutes = minutes ?? DefaultMinutes,
            SecondsBetweenMessages = (int)(pause ?? 0),
            CreatedAt = now,
            ArchiveChangedAt = now,
        };
        state.Threads.Add(thread, message, request.Form.ToJsonString());
        return new WireReply(201, state.Threads.Answer(thread));
    }

    public WireReply Change(DiscordRequest request)
    {
        var id = request.Path["channel"];
        state.Demand(id, 0);
        if (state.Threads.Find(id) is not { } thread)
        {
            throw DiscordRefusal.MissingPermissions();
        }

        var errors = new FormErrors();
        var form = new FormReader(request.Form, "", errors);
        var name = form.Text("name", 1, LongestName);
        var minutes = ArchivedAfter(form);
        var pause = form.Integer("rate_limit_per_user", 0, LongestPause);
        var (archived, locked) = (form.Flag("archived"), form.Flag("locked"));
        errors.ThrowIfAny();

        var manages = (state.BotPermissions(id) & Permission.ManageThreads) != 0;
        if ((locked is not null || thread.OwnerId != state.BotId) && !manages)
        {
            throw DiscordRefusal.MissingPermissions();
        }

        if (thread.Locked && !manages)
        {
            throw DiscordRefusal.ThreadIsLocked();
        }

        if (thread.Archived && archived is not false)
        {
            throw DiscordRefusal.ThreadIsArchived();
        }

        if (archived is { } shut && shut != thread.Archived)
        {
            state.Threads.Archive(thread, shut);
        }

        thread.Name = name ?? thread.Name;
        thread.AutoArchiveMinutes = minutes ?? thread.AutoArchiveMinutes;
        thread.SecondsBetweenMessages = (int)(pause ?? thread.SecondsBetweenMessages);
        thread.Locked = locked ?? thread.Locked;
        state.Threads.Changed(thread, request.Form.ToJsonString());
        return new WireReply(200, state.Threads.Answer(thread));
    }

    private static int? ArchivedAfter(FormReader form)
    {
        const string field = "auto_archive_duration";
        var minutes = form.Integer(field, 0, int.MaxValue);
        if (minutes is { } asked && !Minutes.Contains(asked))
        {
            form.Errors.Choices(form.At(field), string.Join(", ", Minutes));
        }

        return (int?)minutes;
    }
}
