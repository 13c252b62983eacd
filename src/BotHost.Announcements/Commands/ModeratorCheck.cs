using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>Tells, at the moment of asking, whether somebody moderates.</summary>
internal sealed class ModeratorCheck(ITalkSource talks, IEnumerable<IChatPlatform> platforms)
{
    public async Task<Standing> StandingOfAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        var rules = talks.Current.ModeratorsOn(command.Author.Platform);
        if (rules.IsNobody)
        {
            return Standing.NobodyNamed;
        }

        var platform = platforms.FirstOrDefault(platform => platform.Id == command.Author.Platform);
        if (platform is not null && await platform.IsModeratorAsync(command.Author, command.Place, rules, cancellationToken))
        {
            return Standing.Moderator;
        }

        return command.Place.PlaceId is { } place && rules.PlaceOf(place) is null && !rules.TellIn(command.Place) ? Standing.ForeignPlace : Standing.NotListed;
    }
}
