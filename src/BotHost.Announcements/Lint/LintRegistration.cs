using BotHost.Announcements.Talks;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Announcements.Lint;

/// <summary>The heart's own rules: what a copy editor would ask before anything goes out.</summary>
public static class LintRegistration
{
    /// <summary>Adds the rules. The one on lengths asks for the fit ladder and the platforms, which only render for it.</summary>
    public static IServiceCollection AddLint(this IServiceCollection services) => services
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
        .AddSingleton<ICatalogueRule, NotCarriedOutRule>()
        .AddSingleton<ICatalogueRule, FitRule>();
}
