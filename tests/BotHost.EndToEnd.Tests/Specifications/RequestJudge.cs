using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>Holds what a sandbox received against the descriptions of both platforms.</summary>
internal static class RequestJudge
{
    /// <summary>Fails with every breach of every request that a bot made: the route, the place, and what was sent.</summary>
    public static void ApproveAll(SandboxRecord record)
    {
        var breaches = record.OfKind(RecordKinds.Request)
            .SelectMany(request => Judge(request).Select(breach => $"{NameOf(request)}: {breach} in {request.Payload?.GetRawText()}"))
            .Distinct()
            .ToList();
        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    /// <summary>Which routes were used, each once, in the alphabet's order.</summary>
    public static IReadOnlyList<string> RoutesOf(SandboxRecord record) =>
        [.. record.OfKind(RecordKinds.Request).Select(NameOf).Distinct().Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Judge(RecordEntry request) => request.Platform == "discord"
        ? SpecificationFiles.Discord.Judge(request.Route!, request.Query, request.Payload)
        : SpecificationFiles.Telegram.Judge(request.Route!, request.Payload);

    private static string NameOf(RecordEntry request) => $"{request.Platform} {request.Route}";
}
