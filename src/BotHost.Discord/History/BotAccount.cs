using System.Text.Json;
using BotHost.Announcements.Platforms;

namespace BotHost.Discord.History;

/// <summary>Who the bot is to the platform. A token belongs to one account for good, so it is learnt once.</summary>
internal sealed class BotAccount(Questions questions)
{
    private volatile string? _userId;

    public void Learn(string? userId)
    {
        if (Snowflake.IsValid(userId))
        {
            _userId = userId;
        }
    }

    public async Task<(string? UserId, LookUp? Failure)> FindAsync(CancellationToken cancellationToken)
    {
        if (_userId is { } known)
        {
            return (known, null);
        }

        var (answer, failure) = await questions.AskAsync("/users/@me", "/users/@me", "", JsonValueKind.Object, cancellationToken);
        if (answer is null)
        {
            return (null, failure);
        }

        Learn(answer.Value.Text("id"));
        return _userId is { } learnt ? (learnt, null) : (null, new LookUp.NotNow(null, "Discord did not say who the bot is"));
    }
}
