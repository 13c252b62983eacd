using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Events;

/// <summary>What a bot wants an event to be; what it does not name is null.</summary>
internal sealed record EventForm
{
    private const int LongestName = 100;
    private const int LongestDescription = 1000;
    private const int LongestLocation = 100;
    private const int MembersOnly = 2;
    private const int External = 3;

    public string? Name { get; private init; }

    /// <summary>Whether the description is named; it may be emptied.</summary>
    public bool NamesDescription { get; private init; }

    public string? Description { get; private init; }

    public string? Location { get; private init; }

    public DateTimeOffset? Start { get; private init; }

    public DateTimeOffset? End { get; private init; }

    public EventStatus? Status { get; private init; }

    /// <summary>Reads and checks; <paramref name="existing"/> is the event that is to be changed.</summary>
    /// <exception cref="DiscordRefusal">A rule is broken.</exception>
    public static EventForm Read(JsonObject json, DateTimeOffset now, StoredEvent? existing = null)
    {
        var isNew = existing is null;
        var errors = new FormErrors();
        var form = new FormReader(json, "", errors);
        CheckKind(form, isNew);
        var read = new EventForm
        {
            Name = form.Text("name", 1, LongestName, required: isNew),
            NamesDescription = json.ContainsKey("description"),
            Description = form.Text("description", 0, LongestDescription) is { Length: > 0 } words ? words : null,
            Location = ReadLocation(form, isNew),
            Start = Moment(form, "scheduled_start_time", required: isNew),
            End = Moment(form, "scheduled_end_time", required: isNew),
            Status = ReadStatus(form, existing),
        };
        read.CheckTimes(errors, now, existing);
        errors.ThrowIfAny();
        return read;
    }

    private static void CheckKind(FormReader form, bool isNew)
    {
        var privacy = form.Integer("privacy_level", 0, int.MaxValue, required: isNew);
        if (privacy is not (null or MembersOnly))
        {
            form.Errors.Choices(form.At("privacy_level"), $"{MembersOnly}");
        }

        var kind = form.Integer("entity_type", 0, int.MaxValue, required: isNew);
        if (kind is 1 or 2)
        {
            // There are no voice and no stage channels here.
            throw DiscordRefusal.UnknownChannel();
        }

        if (kind is not (null or External))
        {
            form.Errors.Choices(form.At("entity_type"), "1, 2, 3");
        }

        if (form.Has("channel_id"))
        {
            form.Errors.Add(form.At("channel_id"), "GUILD_SCHEDULED_EVENT_ENTITY_TYPE_INVALID", "An external event has no channel.");
        }

        if (form.Text("image", 1, int.MaxValue) is { } image && !image.StartsWith("data:image/", StringComparison.Ordinal))
        {
            form.Errors.Add(form.At("image"), "BINARY_TYPE_INVALID", "Must be a data URI of an image.");
        }
    }

    private static string? ReadLocation(FormReader form, bool isNew)
    {
        if (form.Object("entity_metadata") is { } metadata)
        {
            return metadata.Text("location", 1, LongestLocation, required: true);
        }

        if (isNew && !form.Has("entity_metadata"))
        {
            form.Errors.Required("entity_metadata");
        }

        return null;
    }

    private static EventStatus? ReadStatus(FormReader form, StoredEvent? existing)
    {
        if (existing is null || form.Integer("status", 1, 4) is not { } number)
        {
            return null;
        }

        var status = (EventStatus)number;
        if (status != existing.Status && !EventBook.MayBecome(existing.Status, status))
        {
            form.Errors.Add(form.At("status"), "GUILD_SCHEDULED_EVENT_STATUS_INVALID", "An event cannot go from its status to this one.");
        }

        return status;
    }

    // An offset that is written in another way made Discord fail with 500; here it is refused, so that a test sees it.
    private static DateTimeOffset? Moment(FormReader form, string field, bool required)
    {
        if (!form.Has(field))
        {
            if (required)
            {
                form.Errors.Required(form.At(field));
            }

            return null;
        }

        if (form.Form[field]!.GetValueKind() == JsonValueKind.String
            && DateTimeOffset.TryParseExact(
                form.Form[field]!.GetValue<string>(), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        form.Errors.Add(form.At(field), "DATETIME_TYPE_PARSE", $"Could not parse {form.Form[field]}. Should be ISO8601.");
        return null;
    }

    private void CheckTimes(FormErrors errors, DateTimeOffset now, StoredEvent? existing)
    {
        if (Start is { } start && start != existing?.Start)
        {
            if (existing is { Status: not EventStatus.Scheduled })
            {
                errors.Add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_STARTED", "The start of an event that has begun cannot be changed.");
            }
            else if (start <= now)
            {
                errors.Add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.");
            }
        }

        if ((Start ?? existing?.Start) is { } begins && (End ?? existing?.End) is { } ends && ends <= begins)
        {
            errors.Add("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "An event must end after its start.");
        }
    }
}
