using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>The commands, wired as in the product, with everything around them under the test's control.</summary>
internal sealed class CommandStage : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly Ports _ports = new();

    public CommandStage(CatalogueBuilder catalogue)
    {
        _ports.Current = catalogue.Build();
        Discord.Moderators.Add(CatalogueBuilder.DiscordModerator);
        Telegram.Moderators.Add(CatalogueBuilder.TelegramModerator);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ITalkSource>(_ports)
            .AddSingleton<IAnnouncedTalks>(_ports)
            .AddSingleton<IAnnouncementTimes>(_ports)
            .AddSingleton<IClock>(Clock)
            .AddSingleton<TimeProvider>(Machine)
            .AddSingleton<ILedger>(Ledger)
            .AddSingleton<IAnnouncements>(Announcements)
            .AddSingleton<IReportDecisions>(Decisions)
            .AddSingleton<IBotStanding>(Standing)
            .AddSingleton<IWakeUp>(Bell)
            .AddSingleton<IChatPlatform>(services =>
            {
                // Platforms ask for the router when they are made, and commands ask the platforms for rights.
                services.GetRequiredService<ICommandRouter>();
                return Discord;
            })
            .AddSingleton<IChatPlatform>(Telegram)
            .AddCommands()
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Router = _services.GetRequiredService<ICommandRouter>();
    }

    public ManualClock Clock { get; } = new(Instant.FromUtc(2027, 1, 2, 0, 0));

    public ManualTimeProvider Machine { get; } = new();

    public FakePlatform Discord { get; } = new(CatalogueBuilder.Discord);

    public FakePlatform Telegram { get; } = new(CatalogueBuilder.Telegram);

    public FakeQuestions Ledger { get; } = new();

    public FakeAnnouncements Announcements { get; } = new();

    public FakeDecisions Decisions { get; } = new();

    public FakeStanding Standing { get; } = new();

    public FakeBell Bell { get; } = new();

    public ICommandRouter Router { get; }

    public HashSet<TalkId> Announced => _ports.Announced;

    public TalkCatalogue Catalogue
    {
        get => _ports.Current;
        set => _ports.Current = value;
    }

    /// <summary>A member asks in the server; the argument goes to the command's first option.</summary>
    public Task<Reply> AskAsync(string command, string? argument = null) => SendAsync(command, argument, "member");

    public Task<Reply> AskAsModeratorAsync(string command, string? argument = null) => SendAsync(command, argument, CatalogueBuilder.DiscordModerator);

    public Task<Reply> SendAsync(string command, string? argument, string user, string? place = CatalogueBuilder.DiscordGuild, PlatformId? platform = null)
    {
        var option = CommandTable.All.FirstOrDefault(row => row.Name == command)?.Options.FirstOrDefault()?.Name;
        var arguments = option is null || argument is null
            ? ImmutableDictionary<string, string>.Empty
            : ImmutableDictionary<string, string>.Empty.Add(option, argument);
        return Router.AnswerAsync(
            new IncomingCommand(command, arguments, Author(user, platform), new CommandPlace(place, "channel")), TestContext.Current.CancellationToken);
    }

    public Task<Reply> PressAsync(ActionButton button, string user = CatalogueBuilder.DiscordModerator, string? place = CatalogueBuilder.DiscordGuild) =>
        Router.AnswerAsync(
            new IncomingCommand(
                button.Verb, ImmutableDictionary<string, string>.Empty, Author(user, null), new CommandPlace(place, "channel"), PressedRow: button.Row),
            TestContext.Current.CancellationToken);

    public void Dispose() => _services.Dispose();

    private static CommandAuthor Author(string user, PlatformId? platform) => new(platform ?? CatalogueBuilder.Discord, user, user, [], []);

    private sealed class Ports : ITalkSource, IAnnouncedTalks, IAnnouncementTimes
    {
        public event Action? Changed
        {
            add { }
            remove { }
        }

        public TalkCatalogue Current { get; set; } = null!;

        public HashSet<TalkId> Announced { get; } = [];

        IReadOnlySet<TalkId> IAnnouncedTalks.Announced => Announced;

        /// <summary>All talks with a date are announced at the beginning of the year.</summary>
        public Instant? DueTimeOf(TalkCatalogue catalogue, Talk talk) =>
            talk.Start is TalkStart.ToBeAnnounced ? null : Instant.FromUtc(2027, 1, 1, 0, 0);
    }
}
