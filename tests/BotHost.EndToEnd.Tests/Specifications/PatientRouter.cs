using BotHost.Announcements.Commands;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>A router that answers on Discord only after the platform was told to wait, so that every answer takes the long way.</summary>
internal sealed class PatientRouter(ICommandRouter router, SandboxRecord record) : ICommandRouter
{
    private int _asked;

    public IReadOnlyList<CommandDefinition> Commands => router.Commands;

    public async Task<Reply> AnswerAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _asked);
        await record.WaitUntilAsync(entries => entries.Count(IsDeferral) >= number, cancellationToken);
        return await router.AnswerAsync(command, cancellationToken);
    }

    public IReadOnlyList<Suggestion> Suggest(string command, string option, string typed) => router.Suggest(command, option, typed);

    // 5 promises a message, 6 a change of the pressed one.
    private static bool IsDeferral(RecordEntry entry) =>
        entry is { Kind: RecordKinds.Request, Payload: { } body }
        && entry.Route!.EndsWith("/callback", StringComparison.Ordinal)
        && body.GetProperty("type").GetInt32() is 5 or 6;
}
