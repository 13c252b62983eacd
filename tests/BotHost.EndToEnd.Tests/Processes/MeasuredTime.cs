namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>
/// Tests that measure how long something takes run one after the other, when all others are done; so do those in which Discord's three seconds for an answer count.
/// What only waits for something runs beside the rest.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredTime
{
    public const string Name = "measured time";
}
