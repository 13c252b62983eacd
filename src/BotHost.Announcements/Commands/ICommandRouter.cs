namespace BotHost.Announcements.Commands;

/// <summary>Where platforms bring what people send.</summary>
public interface ICommandRouter
{
    IReadOnlyList<CommandDefinition> Commands { get; }

    /// <summary>Answers a command or a press. It never throws for anything that a person can send.</summary>
    Task<Reply> AnswerAsync(IncomingCommand command, CancellationToken cancellationToken);

    /// <summary>Completes an argument from memory; at most 25, best first.</summary>
    IReadOnlyList<Suggestion> Suggest(string command, string option, string typed);
}
