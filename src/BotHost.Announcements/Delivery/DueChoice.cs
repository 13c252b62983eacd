using BotHost.Announcements.Campaigns;

namespace BotHost.Announcements.Delivery;

/// <summary>If several steps of a talk are due together in a channel, one goes out. Pure.</summary>
public static class DueChoice
{
    /// <summary>The announcement if there is one, else the step that was due last.</summary>
    public static PlannedDelivery Of(IReadOnlyCollection<PlannedDelivery> due) =>
        due.FirstOrDefault(planned => planned.Step.Kind is StepKind.Announcement)
        ?? due.OrderBy(planned => planned.DueAt).ThenBy(planned => planned.Step.Id.Value, StringComparer.Ordinal).Last();
}
