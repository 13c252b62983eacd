using BotHost.Announcements.Talks;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Announcements.Commands;

/// <summary>The door of the commands.</summary>
public static class CommandsRegistration
{
    /// <summary>
    /// Adds <see cref="ICommandRouter"/> and <see cref="PublicCatalogueSource"/>. Needs <see cref="ITalkSource"/>, NodaTime's <c>IClock</c>,
    /// <see cref="Delivery.Ledgers.ILedger"/>, <see cref="IAnnouncements"/>, <see cref="IReportDecisions"/>, <see cref="IBotStanding"/>, <see cref="IAnnouncedTalks"/>, <see cref="IAnnouncementTimes"/>,
    /// <see cref="Delivery.IWakeUp"/> and the <see cref="Platforms.IChatPlatform"/>s; the platforms may ask for the router in turn.
    /// </summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ICommandRouter, CommandRouter>()
        .AddSingleton<PublicCatalogueSource>()
        .AddSingleton<ModeratorCheck>()
        .AddSingleton<DecidedQuestions>()
        .AddSingleton<PressDesk>()
        .AddSingleton<ICommandHandler, NextCommand>()
        .AddSingleton<ICommandHandler, TalksCommand>()
        .AddSingleton<ICommandHandler, TalkCommand>()
        .AddSingleton<ICommandHandler, SpeakerCommand>()
        .AddSingleton<ICommandHandler, LinksCommand>()
        .AddSingleton<ICommandHandler, HelpCommand>()
        .AddSingleton<ICommandHandler, AnnounceCommand>()
        .AddSingleton<ICommandHandler, StatusCommand>()
        .AddSingleton<IPressHandler, AnnouncePress>()
        .AddSingleton<IPressHandler, HoldPress>()
        .AddSingleton<IPressHandler, ApprovalPress>()
        .AddSingleton<IPressHandler, ReportPress>();
}
