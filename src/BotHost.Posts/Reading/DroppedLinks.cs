using BotHost.Announcements.Texts;

namespace BotHost.Posts.Reading;

/// <summary>Collects the links that a text lost, by their places in its cleaned form.</summary>
internal sealed class DroppedLinks
{
    private readonly List<DroppedLink> _links = [];

    public void Add(int index, string target) => _links.Add(new DroppedLink(index, target));

    /// <summary>Tells of each, in order, with its place in the text as it was given.</summary>
    public void Tell(string text, Action<DroppedLink> dropped)
    {
        // A link inside the words of another is read first and stands behind its beginning.
        var links = _links.OrderBy(link => link.Index).ToList();
        var places = CleanText.PlacesBefore(text, [.. links.Select(link => link.Index)]);
        foreach (var (link, place) in links.Zip(places))
        {
            dropped(link with { Index = place });
        }
    }
}
