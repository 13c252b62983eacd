namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>A wait that ends: what has not happened by then does not happen any more.</summary>
internal static class Deadlines
{
    /// <summary>Only a test that fails waits as long as this; a machine with other work needs many times what an idle one does.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<T> InTime<T>(this Task<T> happening) =>
        happening.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    public static Task InTime(this Task happening) =>
        happening.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
}
