namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>A wait that ends: what has not happened after half a minute does not happen any more.</summary>
internal static class Deadlines
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<T> InTime<T>(this Task<T> happening) =>
        happening.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
}
