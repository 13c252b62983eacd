namespace BotHost.Sandbox.Faults;

/// <summary>A fault that befalls a request, and which of the matching requests it is.</summary>
internal sealed record FaultHit(SandboxFault Fault, long Nth);
