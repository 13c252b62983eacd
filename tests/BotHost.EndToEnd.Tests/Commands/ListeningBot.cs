namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>One stage for all questions that change nothing.</summary>
public sealed class ListeningBot : IAsyncLifetime
{
    internal WireStage Stage { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Stage = await WireStage.StartAsync();

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
