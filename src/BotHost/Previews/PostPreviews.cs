using System.Text.Json.Nodes;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Previews;

/// <summary>Renders steps of a talk for its channels and puts those together that get the same.</summary>
internal sealed class PostPreviews(FitLadder ladder, PlatformDirectory platforms, IClock clock)
{
    // What tells where a message goes, in the words of the platforms that write it into the message.
    private static readonly string[] AddressFields = ["chat_id", "message_thread_id"];

    /// <summary>In the order of the steps, and of the channels in each.</summary>
    public IReadOnlyList<PostPreview> Of(TalkCatalogue catalogue, Talk talk, IEnumerable<Step> steps, IReadOnlyList<Channel> channels) =>
        [.. steps.SelectMany(step => Of(catalogue, talk, step, channels))];

    private IEnumerable<PostPreview> Of(TalkCatalogue catalogue, Talk talk, Step step, IReadOnlyList<Channel> channels) => channels
        .Select(channel => Render(catalogue, talk, step, channel))
        .GroupBy(preview => (preview.Channel.Platform, WordsOf(preview.Result)))
        .Select(alike => alike.First() with { Places = [.. alike.SelectMany(preview => preview.Places)] });

    // A preview stands at the step's own time, so that "in 7 days" reads as it will. A draft is shown as it would be if it were confirmed.
    private PostPreview Render(TalkCatalogue catalogue, Talk talk, Step step, Channel channel)
    {
        var due = StepSchedule.DueOf(catalogue, talk.Status is TalkStatus.Draft ? talk with { Status = TalkStatus.Confirmed } : talk, step, channel);
        var now = due is StepDue.At at ? at.Due : clock.GetCurrentInstant();
        var (post, result, detail) = ladder.Fit(platforms.Find(channel.Platform)!, catalogue, talk, step, channel, now);
        return new PostPreview(talk, step, [new PreviewPlace(channel, now, WhyOpen(due))], post, detail, result);
    }

    private static string? WhyOpen(StepDue due) => due switch
    {
        StepDue.Waiting waiting => $"waits: {waiting.Reason}",
        StepDue.NotPlanned not => $"is not planned: {not.Reason}",
        _ => null,
    };

    private static string WordsOf(RenderResult result) => result is RenderResult.Fits fits
        ? string.Join('\n', fits.Payloads.Select(WithoutAddress))
        : result.ToString();

    private static string WithoutAddress(string payload)
    {
        if (JsonNode.Parse(payload) is not JsonObject message)
        {
            return payload;
        }

        foreach (var field in AddressFields)
        {
            message.Remove(field);
        }

        return message.ToJsonString();
    }
}
