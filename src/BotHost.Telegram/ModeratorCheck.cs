using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram;

/// <summary>
/// Rights count where the config says so: an administrator of any other group is a stranger, also where reports go. Listed users moderate there, too.
/// </summary>
internal sealed class ModeratorCheck(AdministratorLookup administrators, ChatNames names)
{
    /// <summary>The permission that an author has who writes in the name of the very chat that they write in.</summary>
    public const string AnonymousAdministrator = "anonymous_administrator";

    public async ValueTask<bool> IsModeratorAsync(
        CommandAuthor author,
        CommandPlace place,
        ModeratorRules rules,
        CancellationToken cancellationToken)
    {
        if (author.Platform != TelegramPlatform.PlatformId || rules.Platform != TelegramPlatform.PlatformId)
        {
            return false;
        }

        if (place.PlaceId is null)
        {
            return rules.Users.Contains(author.UserId) || await ModeratesSomewhereAsync(author, rules, cancellationToken);
        }

        var named = Named(rules, place.PlaceId);
        if (rules.Users.Contains(author.UserId))
        {
            return named is not null || (rules.ReportTo is { } told && IsCalled(place.PlaceId, told.Id));
        }

        return named is { AdminsModerate: true }
            && (author.Permissions.Contains(AnonymousAdministrator)
                || await administrators.IsAdministratorAsync(place.PlaceId, author.UserId, cancellationToken));
    }

    private async ValueTask<bool> ModeratesSomewhereAsync(CommandAuthor author, ModeratorRules rules, CancellationToken cancellationToken)
    {
        foreach (var place in rules.Places.Where(place => place.AdminsModerate))
        {
            if (await administrators.IsAdministratorAsync(place.Id, author.UserId, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private ModeratorPlace? Named(ModeratorRules rules, string id) => rules.PlaceOf(id) ?? rules.Places.FirstOrDefault(place => IsCalled(id, place.Id));

    /// <summary>The config may name a public group by its name, while commands carry its number.</summary>
    private bool IsCalled(string id, string written) =>
        written == id || string.Equals(written, names.NameOf(id), StringComparison.OrdinalIgnoreCase);
}
