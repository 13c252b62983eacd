using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>What of an announced talk is worth a message of its own; everything else is told by silent edits.</summary>
public abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>The step of the ledger's key.</summary>
    public abstract string StepId { get; }

    /// <summary>One notice for each occasion: what is taken back and said again is not told twice.</summary>
    public abstract string Occasion { get; }

    public DeliveryKey KeyIn(DeliveryKey announcement) =>
        announcement with { Kind = DeliveryKind.Notice, Step = StepId, Occasion = Occasion };

    /// <summary>A talk that was announced without a date has one.</summary>
    public sealed record DateSet(TalkStart Start) : Notice
    {
        public override string StepId => "date-set";

        public override string Occasion => Start.Occasion;
    }
}
