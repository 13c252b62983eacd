using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.Storage.Sqlite;

/// <summary>The words that stand in the store; renaming a member of the code must not change them.</summary>
internal static class StoredWords
{
    /// <summary>The kind of an effect that posts a message.</summary>
    public const string Message = "message";

    public const string Sending = "sending";
    public const string Sent = "sent";
    public const string Retry = "retry";
    public const string Failed = "failed";
    public const string Unknown = "unknown";
    public const string Skipped = "skipped";
    public const string Held = "held";

    public static string Word(this DeliveryState state) => state switch
    {
        DeliveryState.Sending => Sending,
        DeliveryState.Sent => Sent,
        DeliveryState.Retry => Retry,
        DeliveryState.Failed => Failed,
        DeliveryState.Unknown => Unknown,
        DeliveryState.Skipped => Skipped,
        DeliveryState.Held => Held,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The store has no word for this state."),
    };

    public static DeliveryState State(string word) => word switch
    {
        Sending => DeliveryState.Sending,
        Sent => DeliveryState.Sent,
        Retry => DeliveryState.Retry,
        Failed => DeliveryState.Failed,
        Unknown => DeliveryState.Unknown,
        Skipped => DeliveryState.Skipped,
        Held => DeliveryState.Held,
        _ => throw new LedgerUnavailableException($"The ledger holds the state '{word}', which this BotHost does not know. Run the BotHost that wrote it."),
    };

    public static string Word(this DeliveryKind kind) => kind switch
    {
        DeliveryKind.Step => "step",
        DeliveryKind.Digest => "digest",
        DeliveryKind.Notice => "notice",
        DeliveryKind.Report => "report",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The store has no word for this kind."),
    };

    public static DeliveryKind Kind(string word) => word switch
    {
        "step" => DeliveryKind.Step,
        "digest" => DeliveryKind.Digest,
        "notice" => DeliveryKind.Notice,
        "report" => DeliveryKind.Report,
        _ => throw new LedgerUnavailableException($"The ledger holds the kind '{word}', which this BotHost does not know. Run the BotHost that wrote it."),
    };

    public static string Word(this EffectKind kind) => kind switch
    {
        EffectKind.Message => Message,
        EffectKind.Pin => "pin",
        EffectKind.Unpin => "unpin",
        EffectKind.Publish => "publish",
        EffectKind.Thread => "thread",
        EffectKind.Event => "event",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The store has no word for this effect."),
    };

    public static EffectKind Effect(string word) => word switch
    {
        Message => EffectKind.Message,
        "pin" => EffectKind.Pin,
        "unpin" => EffectKind.Unpin,
        "publish" => EffectKind.Publish,
        "thread" => EffectKind.Thread,
        "event" => EffectKind.Event,
        _ => throw new LedgerUnavailableException($"The ledger holds the effect '{word}', which this BotHost does not know. Run the BotHost that wrote it."),
    };
}
