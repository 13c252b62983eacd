using System.Net;
using System.Text.RegularExpressions;

namespace BotHost.EndToEnd.Tests.Processes;

/// <summary>What a process asked of the network, as the kernel saw it.</summary>
internal static partial class SystemCalls
{
    public static bool Available { get; } = File.Exists("/usr/bin/strace");

    /// <summary>Ends the test as skipped where the tool is missing; on a build server that is a failure.</summary>
    public static void SkipIfMissing()
    {
        if (Available)
        {
            return;
        }

        const string Reason = "strace is missing, so nobody saw where the process connected to: install Debian's package strace.";
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        Assert.Skip(Reason);
    }

    /// <summary>Every internet address that a traced process connected or sent to.</summary>
    public static IReadOnlyList<IPAddress> InternetAddresses(string trace) =>
        [.. Address().Matches(trace).Select(match => IPAddress.Parse(match.Groups["address"].Value)).Distinct()];

    [GeneratedRegex("(inet_addr\\(|inet_pton\\(AF_INET6, )\"(?<address>[^\"]+)\"")]
    private static partial Regex Address();
}
