namespace BotHost.Sandbox;

/// <summary>What can befall the gateway connections.</summary>
public enum GatewayTrouble
{
    /// <summary>Op 7: the client shall reconnect and resume.</summary>
    Reconnect,

    /// <summary>Op 9 with false: the session is gone.</summary>
    InvalidSession,

    /// <summary>A close frame with a code.</summary>
    Close,

    /// <summary>The TCP connection is cut.</summary>
    Drop,
}
