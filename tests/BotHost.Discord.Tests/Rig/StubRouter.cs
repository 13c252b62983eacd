using System.Collections.Concurrent;
using BotHost.Announcements.Commands;

namespace BotHost.Discord.Tests.Rig;

internal sealed class StubRouter : ICommandRouter
{
    public List<CommandDefinition> Table { get; } =
    [
        new("next", "The next talk", []),
        new("speaker", "About a speaker", [new CommandOption("name", "Whose", Required: true)]),
        new("announce", "Announce a talk", [new CommandOption("talk", "Which", Required: true)], ForModerators: true),
    ];

    public ConcurrentQueue<IncomingCommand> Asked { get; } = new();

    public Func<IncomingCommand, Task<Reply>> Answer { get; set; } = _ => Task.FromResult(Reply.Say("Hello"));

    public Func<string, string, string, IReadOnlyList<Suggestion>> Suggestions { get; set; } = (_, _, _) => [];

    public IReadOnlyList<CommandDefinition> Commands => Table;

    public Task<Reply> AnswerAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        Asked.Enqueue(command);
        return Answer(command);
    }

    public IReadOnlyList<Suggestion> Suggest(string command, string option, string typed) => Suggestions(command, option, typed);
}
