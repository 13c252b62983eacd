using System.Net;
using System.Net.Sockets;

namespace BotHost.Rehearsal;

/// <summary>Chooses the page's port: a known one where it is free, so that a bookmark works.</summary>
internal static class SandboxPort
{
    public const int Usual = 8080;

    /// <summary>The asked port as it is; else the usual one, or 0 (any) where that is taken.</summary>
    public static int Choose(int? asked) => asked ?? (IsFree(Usual) ? Usual : 0);

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
