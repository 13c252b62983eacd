using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Announcements.Reports;

/// <summary>The door of what the moderators are told.</summary>
internal static class ReportsRegistration
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<PrivateChats>()
        .AddSingleton<UntoldReports>()
        .AddSingleton<ReportQuestions>()
        .AddSingleton<DecidedReports>()
        .AddSingleton<ReportRoute>()
        .AddSingleton<ModeratorQuestions>()
        .AddSingleton<ModeratorReports>()
        .AddSingleton<ApprovalRequests>()
        .AddSingleton<ToldThings>()
        .AddSingleton<DoubtQuestions>()
        .AddSingleton<SilenceQuestions>()
        .AddSingleton<OlderCopyQuestions>()
        .AddSingleton<VanishedReports>()
        .AddSingleton<ShortfallReports>()
        .AddSingleton<ClockReports>()
        .AddSingleton<ReportPass>()
        .AddSingleton<IReportDecisions, ReportDecisions>()
        .AddSingleton<IBotStanding, StandingBoard>()
        .AddSingleton<IConfigReports, ConfigReports>();
}
