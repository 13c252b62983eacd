using BotHost.Announcements.Lint.Names;
using BotHost.Announcements.Talks;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Announcements.Lint;

/// <summary>The door of the copy editor's rules: what one would ask before anything goes out.</summary>
/// <remarks>The rule on lengths asks for the fit ladder and the platforms, which only render for it.</remarks>
internal static class LintRegistration
{
    public static IServiceCollection AddLint(this IServiceCollection services) => services
        .AddSingleton<ICatalogueRule, PlatformRule>()
        .AddSingleton<ICatalogueRule, NameRule>()
        .AddSingleton<ICatalogueRule, UnusedPersonRule>()
        .AddSingleton<ICatalogueRule, MissingPlaceRule>()
        .AddSingleton<ICatalogueRule, ClashRule>()
        .AddSingleton<ICatalogueRule, LateAnnouncementRule>()
        .AddSingleton<ICatalogueRule, AddressRule>()
        .AddSingleton<ICatalogueRule, LinkHostRule>()
        .AddSingleton<ICatalogueRule, InvisibleCharacterRule>()
        .AddSingleton<ICatalogueRule, WeekdayRule>()
        .AddSingleton<ICatalogueRule, RelativeDayRule>()
        .AddSingleton<ICatalogueRule, MissingAltRule>()
        .AddSingleton<ICatalogueRule, TranslationRule>()
        .AddSingleton<ICatalogueRule, UnusedRule>()
        .AddSingleton<ICatalogueRule, UnusedTagRule>()
        .AddSingleton<ICatalogueRule, DigestRule>()
        .AddSingleton<ICatalogueRule, OrnamentRule>()
        .AddSingleton<ICatalogueRule, ReportRouteRule>()
        .AddSingleton<ICatalogueRule, ReportPressRule>()
        .AddSingleton<ICatalogueRule, FitRule>();
}
