using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Telegram.Updates;

/// <summary>getUpdates with real waiting, and the webhook calls that a polling bot makes.</summary>
internal sealed class UpdateEndpoints(TelegramState state)
{
    private const int LongestWait = 50;

    public async Task<JsonNode?> GetUpdatesAsync(TelegramArguments arguments, CancellationToken cancellationToken)
    {
        var limit = (int)(arguments.Integer("limit") is { } asked and >= 1 and <= 100 ? asked : 100);
        var wait = TimeSpan.FromSeconds(Math.Clamp(arguments.Integer("timeout") ?? 0, 0, LongestWait));
        var kinds = ReadKinds(arguments);
        TaskCompletionSource<bool> news;
        lock (state.Gate)
        {
            if (kinds is not null)
            {
                state.Updates.Allow(kinds);
            }

            state.Updates.Interrupt();
            state.Updates.Confirm(arguments.Integer("offset") ?? 0);
            if (state.Updates.Pending > 0 || wait == TimeSpan.Zero)
            {
                return state.Updates.Peek(limit);
            }

            news = state.Updates.Wait();
        }

        var mine = true;
        try
        {
            mine = await news.Task.WaitAsync(wait, state.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Nothing happened for the whole wait: an empty answer, below.
        }
        finally
        {
            lock (state.Gate)
            {
                state.Updates.Done(news);
            }
        }

        if (!mine)
        {
            throw TelegramRefusal.Conflict("terminated by other getUpdates request; make sure that only one bot instance is running");
        }

        lock (state.Gate)
        {
            return state.Updates.Peek(limit);
        }
    }

    public JsonNode? DeleteWebhook(TelegramArguments arguments)
    {
        if (arguments.Flag("drop_pending_updates"))
        {
            state.Updates.Drop();
        }

        return true;
    }

    public JsonNode? WebhookInfo(TelegramArguments arguments)
    {
        var json = new JsonObject { ["url"] = "", ["has_custom_certificate"] = false, ["pending_update_count"] = state.Updates.Pending };
        if (state.Updates.Allowed.Count > 0)
        {
            json["allowed_updates"] = new JsonArray([.. state.Updates.Allowed.Select(kind => (JsonNode)kind)]);
        }

        return json;
    }

    private static IReadOnlyList<string>? ReadKinds(TelegramArguments arguments)
    {
        if (!arguments.Has("allowed_updates"))
        {
            return null;
        }

        return arguments.Node("allowed_updates", "allowed updates") is JsonArray list
            ? [.. list.Select(kind => kind?.ToString() ?? "")]
            : throw TelegramRefusal.Bad("expected an Array of allowed update types");
    }
}
