namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>Tests that start real processes run one after the other: two of them would measure each other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealProcesses
{
    public const string Name = "real processes";
}
