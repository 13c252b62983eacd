namespace BotHost.Sandbox;

/// <summary>A control was asked for something that a person could not have done; the message says why, for the page and for tests.</summary>
public sealed class ControlRefusedException(string message) : Exception(message);
