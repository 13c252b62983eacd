using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Commands;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Updates;

/// <summary>Reads commands and presses out of updates. Pure.</summary>
internal static class UpdateReader
{
    /// <summary>A member's question that is older than this was asked while the bot was down, and nobody waits for the answer any more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string StartCommand = "start";

    private const string HelpCommand = "help";

    public static UpdateReading Read(WireUpdate update, string botUsername, IReadOnlyList<CommandDefinition> commands, DateTimeOffset now) => update switch
    {
        { Message: { } message } => ReadMessage(message, botUsername, commands, now),
        { CallbackQuery: { } press } => ReadPress(press),
        _ => Nothing("another kind of update"),
    };

    private static UpdateReading ReadMessage(WireMessage message, string botUsername, IReadOnlyList<CommandDefinition> commands, DateTimeOffset now)
    {
        if (message is not { Chat: { } chat, From: { } from, Text: { } text })
        {
            return Nothing("no text of a person");
        }

        var isAnonymousAdministrator = message.SenderChat?.Id == chat.Id && IsGroup(chat);
        if (from.IsBot && message.SenderChat is null)
        {
            return Nothing("written by a bot");
        }

        var entity = message.Entities?.FirstOrDefault(candidate => candidate is { Type: "bot_command", Offset: 0 });
        if (entity is null || entity.Length < 2 || entity.Length > text.Length)
        {
            return Nothing("no command");
        }

        var (name, addressee) = Split(text[1..entity.Length]);
        if (addressee is not null && !string.Equals(addressee, botUsername, StringComparison.OrdinalIgnoreCase))
        {
            return Nothing("a command for another bot");
        }

        var isGreeting = name == StartCommand;
        name = isGreeting ? HelpCommand : name;
        var definition = commands.FirstOrDefault(command => command.Name == name);
        if (definition is null && !IsPrivate(chat))
        {
            return Nothing("not one of our commands");
        }

        if (now - SentAt(message) > Patience && definition is not { ForModerators: true })
        {
            return Nothing("asked too long ago");
        }

        var rest = isGreeting ? "" : text[entity.Length..].Trim();
        var arguments = definition is { Options.IsDefaultOrEmpty: false } && rest.Length > 0
            ? ImmutableDictionary<string, string>.Empty.Add(definition.Options[0].Name, rest)
            : ImmutableDictionary<string, string>.Empty;
        var author = AuthorOf(from, isAnonymousAdministrator ? [ModeratorCheck.AnonymousAdministrator] : []);
        var command = new IncomingCommand(name, arguments, author, PlaceOf(chat, message), from.LanguageCode);
        return new UpdateReading.Ask(new IncomingAsk(command, Text(chat.Id), ThreadOf(message), author.UserId, message.MessageId));
    }

    private static UpdateReading ReadPress(WireCallback press)
    {
        if (press is not { From: { } from, Message: { Chat: { } chat } message })
        {
            return Nothing("a button without its message");
        }

        if (!ActionButton.TryParse(press.Data, out var verb, out var row))
        {
            return Nothing("not a button of ours");
        }

        // The sender chat of the message with the button is the bot's side, so it gives the presser no rights.
        var author = AuthorOf(from, []);
        var command = new IncomingCommand(
            verb, ImmutableDictionary<string, string>.Empty, author, PlaceOf(chat, message), from.LanguageCode, row);
        return new UpdateReading.Ask(new IncomingAsk(command, Text(chat.Id), ThreadOf(message), author.UserId, message.MessageId));
    }

    private static UpdateReading.Nothing Nothing(string reason) => new(reason);

    private static (string Name, string? Addressee) Split(string command)
    {
        var at = command.IndexOf('@', StringComparison.Ordinal);
        return at < 0
            ? (command.ToLowerInvariant(), null)
            : (command[..at].ToLowerInvariant(), command[(at + 1)..]);
    }

    private static CommandAuthor AuthorOf(WireUser user, ImmutableArray<string> permissions)
    {
        var name = string.Join(' ', new[] { user.FirstName, user.LastName }.Where(part => !string.IsNullOrWhiteSpace(part)));
        return new CommandAuthor(TelegramPlatform.PlatformId, Text(user.Id), name.Length > 0 ? name : user.Username ?? Text(user.Id), [], permissions);
    }

    private static CommandPlace PlaceOf(WireChat chat, WireMessage message) => new(
        IsPrivate(chat) ? null : Text(chat.Id),
        Text(chat.Id),
        ThreadOf(message) is { } thread ? Text(thread) : null);

    private static int? ThreadOf(WireMessage message) => message.IsTopicMessage == true && message.MessageThreadId > 1 ? message.MessageThreadId : null;

    private static DateTimeOffset SentAt(WireMessage message) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(message.Date, 0, int.MaxValue));

    private static bool IsPrivate(WireChat chat) => chat.Type == "private";

    private static bool IsGroup(WireChat chat) => chat.Type is "group" or "supergroup";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
