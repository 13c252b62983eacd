using System.CommandLine;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Composition;
using NodaTime;

namespace BotHost.CommandLine;

/// <summary><c>bothost preview</c>: what each channel would get.</summary>
internal static class PreviewVerb
{
    public static Command Create()
    {
        var talk = new Argument<string?>("talk") { Description = "The talk's id, as in its file.", Arity = ArgumentArity.ZeroOrOne };
        var config = ConfigOption.Create();
        var channel = new Option<string?>("--channel") { Description = "Only this channel.", HelpName = "ID" };
        var step = new Option<string?>("--step") { Description = "Only this step of the talk's campaign. Default: the announcement.", HelpName = "ID" };
        var template = new Option<string?>("--template") { Description = "Instead of a talk: prints the template of this name, to copy and change.", HelpName = "NAME" };
        var language = new Option<string?>("--language") { Description = "The template's language. Default: the community's first.", HelpName = "TAG" };
        var command = new Command("preview", "Shows what each channel would get for a talk; connects to nothing.") { talk, config, channel, step, template, language };
        command.Validators.Add(result =>
        {
            if (result.GetValue(talk) is null == result.GetValue(template) is null)
            {
                result.AddError("Required argument missing for command: 'preview'. Name either a talk, or a template with --template.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(template) is { } name
            ? Task.FromResult(TemplatePrinter.Print(name, parsed.GetValue(language), parsed.GetValue(config)))
            : PreviewAsync(parsed.GetValue(talk)!, parsed.GetValue(config), parsed.GetValue(channel), parsed.GetValue(step), cancellationToken));
        return command;
    }

    private static async Task<int> PreviewAsync(
        string talkId, string? configOption, string? channelId, string? stepId, CancellationToken cancellationToken)
    {
        var settings = Settings.Read();
        using var room = Rooms.ReadingRoom(settings);
        LedgerPicture? picture;
        try
        {
            picture = await Catalogues.TakeOverridesAsync(room.Services, cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return Terminal.Fail(unavailable.Message);
        }

        if (Catalogues.Read(room.Services, Settings.ConfigDirectory(settings, configOption)) is not { } catalogue)
        {
            return ExitCode.Findings;
        }

        if (catalogue.Talks.Values.FirstOrDefault(talk => talk.Id.Value == talkId) is not { } talk)
        {
            return Terminal.Fail($"There is no talk '{talkId}'; there are: {Names(catalogue.Talks.Keys.Select(id => id.Value))}.");
        }

        var steps = catalogue.CampaignOf(talk)?.Steps ?? [];
        var wanted = stepId is null
            ? steps.FirstOrDefault(step => step.Kind is StepKind.Announcement) ?? AnnouncementStep.WithoutCampaign
            : steps.FirstOrDefault(step => step.Id.Value == stepId);
        if (wanted is null)
        {
            return Terminal.Fail($"{talkId} has no step '{stepId}'; it has: {Names(steps.Select(step => step.Id.Value))}.");
        }

        var channels = catalogue.ChannelsOf(talk).Where(channel => channelId is null || channel.Id.Value == channelId).ToList();
        if (channels.Count == 0)
        {
            return Terminal.Fail(!catalogue.ChannelsOf(talk).Any()
                ? $"{talkId} goes to no channel: list one under 'channels' in bothost.yaml that takes its series and tags."
                : $"{talkId} goes to no channel '{channelId}'; it goes to: {Names(catalogue.ChannelsOf(talk).Select(channel => channel.Id.Value).Distinct())}.");
        }

        foreach (var channel in channels)
        {
            Show(room.Services, catalogue, talk, wanted, channel);
        }

        Console.Out.WriteLine(Catalogues.Describe(picture));
        return ExitCode.Fine;
    }

    // The preview stands at the step's own time, so that "in 7 days" reads as it will.
    private static void Show(IServiceProvider services, TalkCatalogue catalogue, Talk talk, Step step, Channel channel)
    {
        var now = StepSchedule.DueOf(catalogue, talk, step, channel) is StepDue.At at ? at.Due : services.GetRequiredService<IClock>().GetCurrentInstant();
        var platform = services.GetRequiredService<PlatformDirectory>().Find(channel.Platform)!;
        var (post, result) = services.GetRequiredService<FitLadder>().Climb(platform, catalogue, talk, step, channel, now);
        var language = channel.Languages[0];
        Console.Out.WriteLine($"=== {step.Id} in {channel.FaceName} ({channel.Address})");
        Console.Out.WriteLine(PlainText.Of(post.Lead, language));
        Console.Out.WriteLine();
        Console.Out.WriteLine(PlainText.Of(post.Body, language));
        foreach (var button in post.Buttons)
        {
            Console.Out.WriteLine($"[ {button.Label} ] {button.Url.OriginalString}");
        }

        Console.Out.WriteLine(result is RenderResult.TooLong misfit
            ? $"--- does not fit: {misfit.Limit} is {misfit.Actual}, {misfit.Allowed} are allowed"
            : "--- fits");
        Console.Out.WriteLine();
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
