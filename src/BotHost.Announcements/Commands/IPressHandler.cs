namespace BotHost.Announcements.Commands;

/// <summary>Answers the presses of buttons by their verbs.</summary>
internal interface IPressHandler
{
    IReadOnlyList<string> Verbs { get; }

    Task<Reply> PressAsync(IncomingCommand press, CancellationToken cancellationToken);
}
