using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Telegram;

/// <summary>Finds moderators whom the platform would never recognise, and stand-ins that would make everybody one.</summary>
internal sealed class TelegramModeratorRule : ICatalogueRule
{
    public ImmutableArray<LintRule> Rules { get; } =
    [
        new("telegram-moderators", Severity.Error, "A moderator or a moderators' chat is not one that Telegram could recognise."),
        new(ReportRuleName, Severity.Warning, "Reports go to a Telegram chat in which nobody may press their buttons."),
    ];

    private const string RuleName = "telegram-moderators";

    private const string ReportRuleName = "telegram-report-chat";

    /// <summary>The accounts that stand for anonymous administrators, for channels and for the platform itself.</summary>
    private static readonly string[] StandIns = ["1087968824", "136817688", "777000"];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        var rules = catalogue.ModeratorsOn(TelegramPlatform.PlatformId);
        return rules.Users.SelectMany(user => CheckUser(user, rules.Written.Where("users")))
            .Concat(rules.Places.SelectMany(place => CheckPlace(place, rules.Written.Where("chats"))))
            .Concat(CheckReports(rules));
    }

    /// <summary>Administrators moderate in their own chat alone; that there are no moderators at all is another rule's word.</summary>
    private static IEnumerable<Finding> CheckReports(ModeratorRules rules)
    {
        if (rules.ReportTo is { Id: var told } && !TelegramAddress.IsChat(told))
        {
            yield return new Finding(
                Severity.Error,
                rules.Written.Where("report_to"),
                RuleName,
                $"the chat for reports '{told}' names no Telegram chat",
                $"write {TelegramAddress.ChatRule}");
        }

        if (rules is { Users.IsEmpty: true, HaveRights: true, ReportTo.Id: { } chat }
            && TelegramAddress.IsSharedChat(chat)
            && !rules.Places.Any(place => place.AdminsModerate && MayBe(place.Id, chat)))
        {
            yield return new Finding(
                Severity.Warning,
                rules.Written.Where("report_to"),
                ReportRuleName,
                $"reports go to the Telegram chat {chat}, and nobody there may press their buttons",
                "list the moderators' user numbers under users:, or name the chat under chats: with admins_moderate: true");
        }
    }

    /// <summary>Whether two ids can be one chat's: a number and a public name cannot be compared here.</summary>
    private static bool MayBe(string id, string chat) =>
        id.StartsWith('@') != chat.StartsWith('@') || string.Equals(id, chat, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Finding> CheckUser(string user, SourceSpan where)
    {
        if (!TelegramAddress.IsUser(user))
        {
            yield return new Finding(
                Severity.Error,
                where,
                RuleName,
                $"the Telegram moderator '{user}' is not a user number",
                "write the person's number, a positive whole number; names can change hands");
        }
        else if (StandIns.Contains(user))
        {
            yield return new Finding(
                Severity.Error,
                where,
                RuleName,
                $"the Telegram moderator {user} is an account that stands for many people",
                "name the people themselves, or let the administrators of a named chat moderate");
        }
    }

    private static IEnumerable<Finding> CheckPlace(ModeratorPlace place, SourceSpan where)
    {
        if (!TelegramAddress.IsSharedChat(place.Id))
        {
            yield return new Finding(
                Severity.Error,
                where,
                RuleName,
                $"the moderators' chat '{place.Id}' names no Telegram group or channel",
                $"write {TelegramAddress.ChatRule}");
        }

        if (!place.Roles.IsDefaultOrEmpty || !place.Permissions.IsDefaultOrEmpty)
        {
            yield return new Finding(
                Severity.Warning,
                where,
                RuleName,
                $"the moderators' chat '{place.Id}' names roles or permissions, which Telegram does not have",
                "use admins_moderate, or name people by their numbers");
        }
    }
}
