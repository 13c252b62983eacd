using System.Globalization;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>What of an announced talk is worth a message of its own; everything else is told by silent edits.</summary>
public abstract record Notice
{
    private const string MovedId = "moved";

    private const string BackOnId = "back-on";

    private Notice()
    {
    }

    /// <summary>The step of the ledger's key.</summary>
    public abstract string StepId { get; }

    /// <summary>One notice for each occasion: what was told is not told twice, and what is taken back after it was told is news.</summary>
    public abstract string Occasion { get; }

    /// <summary>What was told aloud once it is sent.</summary>
    public abstract Aloud After(Aloud before);

    public DeliveryKey KeyIn(DeliveryKey announcement) =>
        announcement with { Kind = DeliveryKind.Notice, Step = StepId, Occasion = Occasion };

    /// <summary>The numbered notice of a key, as far as the key says it; null for the others.</summary>
    public static (int Number, Notice Notice)? Numbered(DeliveryKey key)
    {
        var parts = key.Occasion.Split(' ', 2);
        if (key.Kind is not DeliveryKind.Notice || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return (key.Step, parts) switch
        {
            (MovedId, [_, var to]) => (number, new Moved(number, to, "")),
            (BackOnId, [_, var to]) => (number, new BackOn(number, to, "")),
            _ when Enum.TryParse<TalkStatus>(key.Step, ignoreCase: true, out var status) => (number, new CalledOff(number, status, "")),
            _ => null,
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A talk that was announced without a date has one.</summary>
    public sealed record DateSet(TalkStart Start) : Notice
    {
        public override string StepId => "date-set";

        public override string Occasion => Start.Occasion;

        public override Aloud After(Aloud before) => before with { Start = Start.Occasion, AwaitsDate = false };
    }

    /// <summary>A talk has another start than the one that was told.</summary>
    /// <param name="Number">Of the talk's notices in the channel, from 1.</param>
    /// <param name="To">The start, as in the ledger's keys.</param>
    /// <param name="From">The start that was told.</param>
    public sealed record Moved(int Number, string To, string From) : Notice
    {
        public override string StepId => MovedId;

        public override string Occasion => $"{Text(Number)} {To}";

        public override Aloud After(Aloud before) => before with { Start = To, AwaitsDate = false, Told = Number };
    }

    /// <summary>A talk is cancelled or postponed.</summary>
    public sealed record CalledOff(int Number, TalkStatus Status, string From) : Notice
    {
        public override string StepId => Aloud.WordOf(Status);

        public override string Occasion => Text(Number);

        public override Aloud After(Aloud before) => before with { Status = Aloud.WordOf(Status), Told = Number };
    }

    /// <summary>A talk of which members were told that it is called off takes place, then or at another time.</summary>
    public sealed record BackOn(int Number, string To, string From) : Notice
    {
        /// <summary>Whether members were told that it is cancelled: a new date alone would not take that back.</summary>
        public bool AfterCancellation { get; init; }

        public override string StepId => BackOnId;

        public override string Occasion => $"{Text(Number)} {To}";

        public override Aloud After(Aloud before) =>
            before with { Start = To, AwaitsDate = false, Status = Aloud.WordOf(TalkStatus.Confirmed), Told = Number };
    }
}
