using BotHost.Announcements.Platforms;
using System.Text.Json;
using BotHost.Discord.Rest;
using NodaTime;

namespace BotHost.Discord.History;

/// <summary>Reads what stands in a channel, to find a message whose sending was never answered.</summary>
internal sealed class MessageHistory(Questions questions, BotAccount account, HistoryRights rights, ServerTimes serverTimes)
{
    public const string Template = "/channels/{channel}/messages";

    public const int PageLength = 100;

    /// <summary>What has more pages than these is too much to read for one message.</summary>
    public const int MostPages = 20;

    /// <summary>How far our clock may be ahead, unnoticed, of the platform's, whose ids tell the time.</summary>
    private static readonly Duration ClockSkew = Duration.FromMinutes(2);

    public async Task<LookUp> FindAsync(LookUpOrder order, CancellationToken cancellationToken)
    {
        var channel = CreateMessage.ChannelOf(order.Target);
        if (!Snowflake.IsValid(channel))
        {
            return new LookUp.Unreadable($"'{channel}' is no Discord channel id: correct the channel's address in the config");
        }

        if (MessageWords.TryRead(order.Payload) is not { } sent)
        {
            return new LookUp.Unreadable("the recorded payload is no JSON object, so nothing can be compared with it");
        }

        var (self, unknown) = await account.FindAsync(cancellationToken);
        if (self is null)
        {
            return unknown!;
        }

        var search = new Search(order, channel, self, sent);
        var (verdict, any) = await ReadAsync(search, cancellationToken);
        if (verdict is not LookUp.Absent || any)
        {
            return verdict;
        }

        // The right may have been given between the two questions, so its proof counts only for what is read after it.
        return await rights.FindFlawAsync(channel, self, cancellationToken) ?? (await ReadAsync(search, cancellationToken)).Verdict;
    }

    private async Task<(LookUp Verdict, bool Any)> ReadAsync(Search search, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        var after = Snowflake.LeastAt(search.Order.Since - ClockSkew - Ahead());
        for (var page = 0; page < MostPages; page++)
        {
            var (answer, failure) = await questions.AskAsync(
                Template, $"/channels/{search.Channel}/messages?after={after}&limit={PageLength}", search.Channel, JsonValueKind.Array, cancellationToken);
            if (answer is null)
            {
                return (failure!, page > 0);
            }

            // Only a page without anything new is surely the end: a shorter one than was asked for might be the platform's choice.
            var messages = answer.Value.EnumerateArray().Select(message => (Id: Snowflake.Parse(message.Text("id")), Message: message)).Where(entry => entry.Id > after).ToList();
            if (messages.Count == 0)
            {
                return (Best(candidates) is { } best ? new LookUp.Found(best.Receipt) : new LookUp.Absent(), page > 0);
            }

            candidates.AddRange(messages.Select(entry => search.Judge(entry.Id, entry.Message)).OfType<Candidate>());

            // Pages come in the order of time: a later one can hold no better candidate than an equal one in time.
            if (Best(candidates) is { Likeness: Likeness.Same, InTime: true } found)
            {
                return (new LookUp.Found(found.Receipt), true);
            }

            after = messages.Max(entry => entry.Id);
        }

        return (new LookUp.Unreadable($"more than {MostPages * PageLength} messages came to channel {search.Channel} since then, which is too much to look through"), true);
    }

    // A clock that runs ahead dates the attempt too late, and the message would stand before what is read.
    private Duration Ahead() =>
        serverTimes.Latest.FirstOrDefault(time => time.Platform == DiscordPlatform.PlatformId) is { } latest ? Duration.Max(latest.Ahead, Duration.Zero) : Duration.Zero;

    private static Candidate? Best(IEnumerable<Candidate> candidates) =>
        candidates.OrderByDescending(candidate => candidate.Likeness).ThenByDescending(candidate => candidate.InTime).ThenBy(candidate => candidate.Id).FirstOrDefault();

    /// <param name="Id">The message's id.</param>
    /// <param name="Receipt">The same, as the platform writes it.</param>
    /// <param name="Likeness">How much it looks like what was sent.</param>
    /// <param name="InTime">Whether it came after the attempt by both clocks.</param>
    private sealed record Candidate(ulong Id, string Receipt, Likeness Likeness, bool InTime);

    private sealed record Search(LookUpOrder Order, string Channel, string Self, MessageWords Sent)
    {
        public Candidate? Judge(ulong id, JsonElement message)
        {
            var receipt = message.Text("id");
            if (Order.Known.Contains(receipt) || !MessageMatch.IsPostOf(Self, message))
            {
                return null;
            }

            var likeness = MessageMatch.Compare(Sent, MessageWords.Read(message));
            return likeness is Likeness.Other ? null : new Candidate(id, receipt, likeness, id >= Snowflake.LeastAt(Order.Since));
        }
    }
}
