namespace BotHost.Announcements.Commands;

/// <summary>Answers one command of the table.</summary>
internal interface ICommandHandler
{
    CommandDefinition Definition { get; }

    Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken);

    /// <summary>Completes the command's argument from memory, best first. Nobody's rights are known here: only what members may see.</summary>
    IReadOnlyList<Suggestion> Suggest(string typed) => [];
}
