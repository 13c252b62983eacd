namespace BotHost.Discord.Gateway;

/// <summary>Why a connection ended.</summary>
internal abstract record ConnectionEnd
{
    private ConnectionEnd()
    {
    }

    /// <summary>We are shutting down.</summary>
    public sealed record Stopped : ConnectionEnd;

    /// <summary>The other side closed, or the wire broke (no code).</summary>
    public sealed record Closed(int? Code) : ConnectionEnd;

    /// <summary>A heartbeat stayed without an answer.</summary>
    public sealed record Silent : ConnectionEnd;

    /// <summary>What the gateway owed us did not come.</summary>
    public sealed record TimedOut(string WaitingFor) : ConnectionEnd;

    /// <summary>The gateway asked us to connect anew.</summary>
    public sealed record AskedToReconnect : ConnectionEnd;

    public sealed record InvalidSession(bool CanResume) : ConnectionEnd;

    public sealed record ConnectFailed(string Reason) : ConnectionEnd;

    /// <summary>The gateway sent what no reader of ours understands.</summary>
    public sealed record Garbled(string Reason) : ConnectionEnd;
}
