namespace BotHost.Sandbox;

/// <summary>The words in <see cref="RecordEntry.Kind"/>.</summary>
public static class RecordKinds
{
    public const string MessageCreated = "message-created";
    public const string MessageEdited = "message-edited";
    public const string MessageDeleted = "message-deleted";
    public const string MessagePinned = "message-pinned";
    public const string MessageUnpinned = "message-unpinned";
    public const string Crossposted = "crossposted";

    /// <summary>A thread was opened under a message, whose id it has; the chat is the channel of the message.</summary>
    public const string ThreadCreated = "thread-created";
    public const string ThreadEdited = "thread-edited";
    public const string ThreadDeleted = "thread-deleted";

    /// <summary>A server's event was made; the chat is the server, the message the event.</summary>
    public const string EventCreated = "event-created";
    public const string EventEdited = "event-edited";
    public const string EventCancelled = "event-cancelled";

    /// <summary>An event was ended before its time.</summary>
    public const string EventEnded = "event-ended";
    public const string EventDeleted = "event-deleted";
    public const string CommandsSet = "commands-set";
    public const string InteractionReply = "interaction-reply";
    public const string InteractionEdited = "interaction-edited";

    /// <summary>Nobody replied to an interaction within its three seconds.</summary>
    public const string InteractionUnanswered = "interaction-unanswered";
    public const string CallbackAnswered = "callback-answered";

    /// <summary>A create with a nonce that was already used: nothing was posted.</summary>
    public const string DuplicateSuppressed = "duplicate-suppressed";
    public const string Refused = "refused";
    public const string GatewayIdentify = "gateway-identify";
    public const string GatewayResume = "gateway-resume";
    public const string GatewayClosed = "gateway-closed";
    public const string Request = "request";

    /// <summary>A fault of the test's was applied.</summary>
    public const string Fault = "fault";

    /// <summary>A kill of the test's was carried out; the payload is a <see cref="CarriedOutKill"/>.</summary>
    public const string Kill = "kill";

    /// <summary>The bot opened a direct channel with a user: both stand in the entry.</summary>
    public const string DirectChannelOpened = "direct-channel-opened";

    /// <summary>The bot's rights in a chat were changed.</summary>
    public const string RightsChanged = "rights-changed";

    /// <summary>A person wrote, used a command, or pressed a button.</summary>
    public const string UserMessage = "user-message";
    public const string UserCommand = "user-command";
    public const string UserPress = "user-press";
}
