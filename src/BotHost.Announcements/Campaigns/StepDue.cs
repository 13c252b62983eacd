using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>When a talk's step is due, or why it is not.</summary>
public abstract record StepDue
{
    private StepDue()
    {
    }

    /// <summary>It is due at an instant and must not go out after another.</summary>
    public sealed record At(Instant Due, Instant Latest) : StepDue;

    /// <summary>Something is missing that may still come, for example the start.</summary>
    public sealed record Waiting(string Reason) : StepDue;

    /// <summary>It is not planned at all, for example because the talk is cancelled.</summary>
    public sealed record NotPlanned(string Reason) : StepDue;
}
