using BotHost.Announcements.Commands;
using BotHost.Discord.Rendering;
using BotHost.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Interactions;

/// <summary>Answers interactions: in one step where the answer is quick, else a sign of work first and the answer later.</summary>
internal sealed partial class InteractionHandler(ICommandRouter router, InteractionWire wire, TimeProvider time, ILogger<InteractionHandler> logger)
{
    /// <summary>The platform waits 3 s for the first answer; half of that is left for the way there.</summary>
    public static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    /// <summary>The platform takes the final answer for 15 minutes.</summary>
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(14);

    /// <summary>What the platform says to the repeat of an answer that it took.</summary>
    private const int AlreadyAnswered = 40060;

    private readonly RecentIds _seen = new();

    /// <param name="interaction">What somebody did.</param>
    /// <param name="receivedAt">When it came in, as a timestamp of the machine clock.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task HandleAsync(InteractionPayload interaction, long receivedAt, CancellationToken cancellationToken)
    {
        // The platform may tell the same interaction again, most of all after a resume.
        if (!_seen.Add(interaction.Id))
        {
            return;
        }

        if (interaction.Type == InteractionType.Autocomplete)
        {
            await CompleteAsync(interaction, cancellationToken);
            return;
        }

        if (interaction.Type is not (InteractionType.Command or InteractionType.Component))
        {
            return;
        }

        if (InteractionReader.Read(interaction) is not { } command)
        {
            var unknown = CallbackData.Of(ReplyRenderer.Render(Reply.Whisper("This button is from another version of the bot and does nothing any more.")), ephemeral: true);
            Check(interaction, await wire.AnswerAsync(interaction, new CallbackBody(CallbackBody.Message, unknown), cancellationToken));
            return;
        }

        await AnswerAsync(interaction, command, receivedAt, cancellationToken);
    }

    private async Task AnswerAsync(InteractionPayload interaction, IncomingCommand command, long receivedAt, CancellationToken cancellationToken)
    {
        var answering = AskAsync(command, cancellationToken);
        if (await IsQuickAsync(answering, receivedAt, cancellationToken))
        {
            var reply = await answering;
            Check(interaction, await wire.AnswerAsync(interaction, FirstAnswer(command, reply), cancellationToken));
            return;
        }

        var ephemeral = !command.IsPress && IsForModerators(command.Name);
        var deferral = command.IsPress
            ? new CallbackBody(CallbackBody.DeferredUpdate)
            : new CallbackBody(CallbackBody.DeferredMessage, ephemeral ? new CallbackData { Flags = MessageFlags.Ephemeral } : null);
        Check(interaction, await wire.AnswerAsync(interaction, deferral, cancellationToken));
        Check(interaction, await FinishAsync(interaction, command, await answering, ephemeral, cancellationToken));
    }

    // Whether an answer is for the asker alone was fixed by the deferral, so some answers need a message of their own.
    private async Task<RestAnswer> FinishAsync(InteractionPayload interaction, IncomingCommand command, Reply reply, bool ephemeral, CancellationToken cancellationToken)
    {
        var message = ReplyRenderer.Render(reply);
        if (command.IsPress)
        {
            return reply.ReplacesPressed
                ? await wire.EditAsync(interaction, message, cancellationToken)
                : await wire.FollowUpAsync(interaction, message, reply.Private, cancellationToken);
        }

        if (reply.Private && !ephemeral)
        {
            await wire.DeleteAsync(interaction, cancellationToken);
            return await wire.FollowUpAsync(interaction, message, ephemeral: true, cancellationToken);
        }

        return await wire.EditAsync(interaction, message, cancellationToken);
    }

    private static CallbackBody FirstAnswer(IncomingCommand command, Reply reply)
    {
        var message = ReplyRenderer.Render(reply);
        return command.IsPress && reply.ReplacesPressed
            ? new CallbackBody(CallbackBody.UpdateMessage, CallbackData.Of(message, ephemeral: false))
            : new CallbackBody(CallbackBody.Message, CallbackData.Of(message, reply.Private));
    }

    private async Task<Reply> AskAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        try
        {
            // On a thread of its own, so that work before the router's first await cannot delay the deferral.
            return await Task.Run(() => router.AnswerAsync(command, cancellationToken), cancellationToken)
                .WaitAsync(GiveUpAfter, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            Log.AnswerTooLate(logger, command.Name);
            return Reply.Whisper("This took too long. Please try again.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.AnswerFailed(logger, command.Name, exception);
            return Reply.Whisper("Something went wrong here. The bot's log says what.");
        }
    }

    private async Task<bool> IsQuickAsync(Task<Reply> answering, long receivedAt, CancellationToken cancellationToken)
    {
        var left = DeferAfter - time.GetElapsedTime(receivedAt);
        if (answering.IsCompleted || left <= TimeSpan.Zero)
        {
            return answering.IsCompleted;
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(answering, Task.Delay(left, time, enough.Token));
        await enough.CancelAsync();
        return first == answering;
    }

    private async Task CompleteAsync(InteractionPayload interaction, CancellationToken cancellationToken)
    {
        Choice[] choices = [];
        if (InteractionReader.ReadTyping(interaction) is var (command, option, typed))
        {
            try
            {
                choices = Choices.From(router.Suggest(command, option, typed));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.AnswerFailed(logger, command, exception);
            }
        }

        Check(interaction, await wire.AnswerAsync(interaction, new CallbackBody(CallbackBody.Choices, new CallbackData { Choices = choices }), cancellationToken));
    }

    private bool IsForModerators(string name) => router.Commands.Any(command => command.Name == name && command.ForModerators);

    private void Check(InteractionPayload interaction, RestAnswer answer)
    {
        switch (answer)
        {
            case RestAnswer.Replied { IsSuccess: true }:
                break;
            case RestAnswer.Replied replied:
                var error = ApiError.Parse(replied.Body);
                if (error?.Code != AlreadyAnswered)
                {
                    Log.InteractionRefused(logger, interaction.Id, replied.Status, error?.ToString() ?? "no words");
                }

                break;
            case RestAnswer.NotSent failed:
                Log.InteractionLost(logger, interaction.Id, failed.Reason);
                break;
            case RestAnswer.Unheard failed:
                Log.InteractionLost(logger, interaction.Id, failed.Reason);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Discord did not take the answer to interaction {Id}: {Status}, {Reason}.")]
        public static partial void InteractionRefused(ILogger logger, string id, int status, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to interaction {Id} may not have arrived: {Reason}.")]
        public static partial void InteractionLost(ILogger logger, string id, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Answering {Command} failed.")]
        public static partial void AnswerFailed(ILogger logger, string command, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "Answering {Command} took too long.")]
        public static partial void AnswerTooLate(ILogger logger, string command);
    }
}
