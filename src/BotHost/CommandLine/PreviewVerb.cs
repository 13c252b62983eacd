using System.CommandLine;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Previews;
using NodaTime;

namespace BotHost.CommandLine;

/// <summary><c>bothost preview</c>: what each channel would get.</summary>
internal static class PreviewVerb
{
    private const string EveryStep = "all";

    public static Command Create()
    {
        var talk = new Argument<string?>("talk") { Description = "The talk's id, as in its file.", Arity = ArgumentArity.ZeroOrOne };
        var config = ConfigOption.Create();
        var channel = new Option<string?>("--channel") { Description = "Only this channel.", HelpName = "ID" };
        var step = new Option<string?>("--step") { Description = "Only this step of the talk's campaign, or all of them. Default: the announcement.", HelpName = "ID|all" };
        var html = new Option<string?>("--html")
        {
            Description = "Write a page for the browser instead, with pictures and both platforms side by side. It needs no network and no other file. An earlier page of previews is overwritten; any other file stays as it is.",
            HelpName = "FILE",
        };
        var template = new Option<string?>("--template") { Description = "Instead of a talk: prints the template of this name, to copy and change.", HelpName = "NAME" };
        var language = new Option<string?>("--language") { Description = "The template's language. Default: the community's first.", HelpName = "TAG" };
        var command = new Command("preview", "Shows what each channel would get for a talk; connects to nothing.") { talk, config, channel, step, html, template, language };
        command.Validators.Add(result =>
        {
            if (result.GetValue(talk) is null == result.GetValue(template) is null)
            {
                result.AddError("Required argument missing for command: 'preview'. Name either a talk, or a template with --template.");
            }
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(template) is { } name
            ? Task.FromResult(TemplatePrinter.Print(name, parsed.GetValue(language), parsed.GetValue(config)))
            : PreviewAsync(
                new Asked(parsed.GetValue(talk)!, parsed.GetValue(config), parsed.GetValue(channel), parsed.GetValue(step), parsed.GetValue(html)), cancellationToken));
        return command;
    }

    private static async Task<int> PreviewAsync(Asked asked, CancellationToken cancellationToken)
    {
        if (asked.Html is not null && PreviewFile.Objection(asked.Html) is { } objection)
        {
            return Terminal.Fail(objection);
        }

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

        if (Catalogues.Read(room.Services, Settings.ConfigDirectory(settings, asked.Config)) is not { } catalogue)
        {
            return ExitCode.Findings;
        }

        if (catalogue.Talks.Values.FirstOrDefault(talk => talk.Id.Value == asked.Talk) is not { } talk)
        {
            return Terminal.Fail($"There is no talk '{asked.Talk}'; there are: {Names(catalogue.Talks.Keys.Select(id => id.Value))}.");
        }

        var steps = StepsOf(catalogue, talk, asked.Step);
        if (steps.Count == 0)
        {
            return Terminal.Fail($"{talk.Id} has no step '{asked.Step}'; it has: {Names(catalogue.StepsOf(talk).Select(step => step.Id.Value))}.");
        }

        var channels = catalogue.ChannelsOf(talk).Where(channel => asked.Channel is null || channel.Id.Value == asked.Channel).ToList();
        if (channels.Count == 0)
        {
            return Terminal.Fail(!catalogue.ChannelsOf(talk).Any()
                ? $"{talk.Id} goes to no channel: list one under 'channels' in bothost.yaml that takes its series and tags."
                : $"{talk.Id} goes to no channel '{asked.Channel}'; it goes to: {Names(catalogue.ChannelsOf(talk).Select(channel => channel.Id.Value).Distinct())}.");
        }

        var previews = new PostPreviews(
            room.Services.GetRequiredService<FitLadder>(), room.Services.GetRequiredService<PlatformDirectory>(), room.Services.GetRequiredService<IClock>());
        var posts = previews.Of(catalogue, talk, steps, channels);
        if (asked.Html is not null)
        {
            return await WriteAsync(asked.Html, room.Services, catalogue, talk, posts, cancellationToken);
        }

        foreach (var post in posts)
        {
            PreviewText.Write(post, Console.Out);
        }

        Console.Out.WriteLine(Catalogues.Describe(room.Services, picture));
        return ExitCode.Fine;
    }

    private static async Task<int> WriteAsync(
        string file, IServiceProvider services, TalkCatalogue catalogue, Talk talk, IReadOnlyList<PostPreview> posts, CancellationToken cancellationToken)
    {
        try
        {
            await new PreviewFile(services.GetRequiredService<IPictureStore>()).WriteAsync(file, catalogue, talk, posts, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail($"The page cannot be written: {problem.Message}");
        }

        Console.Out.WriteLine($"wrote {file}: {Terminal.Count(posts.Count, "post")}; open it in a browser.");
        return ExitCode.Fine;
    }

    private static IReadOnlyList<Step> StepsOf(TalkCatalogue catalogue, Talk talk, string? asked) => asked switch
    {
        null => [AnnouncementStep.Of(catalogue, talk)],
        EveryStep => [.. catalogue.StepsOf(talk).DefaultIfEmpty(AnnouncementStep.WithoutCampaign)],
        _ => [.. catalogue.StepsOf(talk).Where(step => step.Id.Value == asked)],
    };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private sealed record Asked(string Talk, string? Config, string? Channel, string? Step, string? Html);
}
