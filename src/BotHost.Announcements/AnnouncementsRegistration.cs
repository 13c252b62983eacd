using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Delivery.Ornaments;
using BotHost.Announcements.Lint;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Announcements;

/// <summary>The heart's door.</summary>
public static class AnnouncementsRegistration
{
    /// <summary>
    /// Adds planning, delivery, commands and the rules that read the catalogue like a copy editor. Needs the ports: talk source, ledger, post composer, alarm, both clocks and the platforms.
    /// </summary>
    /// <remarks>Called before the platforms' doors: the ledger is opened before any of them connects.</remarks>
    public static IHostApplicationBuilder AddAnnouncements(this IHostApplicationBuilder builder, DeliveryOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services
            .AddSingleton(options)
            .AddSingleton<LedgerIndex>()
            .AddSingleton<KnowledgeKeeper>()
            .AddSingleton<PlatformDirectory>()
            .AddSingleton<ServerTimes>()
            .AddSingleton<Retries>()
            .AddSingleton<FitLadder>()
            .AddSingleton<TargetBoard>()
            .AddSingleton<ClockGuard>()
            .AddSingleton<OutcomeKeeper>()
            .AddSingleton<ClaimsUnderWay>()
            .AddSingleton<StoreHealth>()
            .AddSingleton<DoubtPass>()
            .AddSingleton<OrnamentCalls>()
            .AddSingleton<OrnamentPass>()
            .AddSingleton<SendConclusions>()
            .AddSingleton<PartSender>()
            .AddSingleton<Courier>()
            .AddSingleton<DigestDesk>()
            .AddSingleton<LeftoverPass>()
            .AddSingleton<CorrectionPass>()
            .AddSingleton<NoticePass>()
            .AddSingleton<DeliveryJudge>()
            .AddSingleton<DueSender>()
            .AddSingleton<DeliveryPass>()
            .AddSingleton<DeliveryWorker>()
            .AddSingleton<IWakeUp>(services => services.GetRequiredService<DeliveryWorker>())
            .AddSingleton<LedgerTalks>()
            .AddSingleton<IAnnouncedTalks>(services => services.GetRequiredService<LedgerTalks>())
            .AddSingleton<IAnnouncementTimes>(services => services.GetRequiredService<LedgerTalks>())
            .AddSingleton<IAnnouncements, OrderedAnnouncements>()
            .AddSingleton<PlatformWatch>()
            .AddReports()
            .AddCommands()
            .AddLint()
            .AddHostedService(services => services.GetRequiredService<DeliveryWorker>())
            .AddHostedService(services => services.GetRequiredService<PlatformWatch>());
        return builder;
    }
}
