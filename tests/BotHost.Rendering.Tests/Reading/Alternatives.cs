using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Rendering.Tests.Reading;

/// <summary>The ways in which a whole post may be told: nothing of it is lost, and what stands twice may stand once.</summary>
internal static class Alternatives
{
    /// <summary>Null where the message tells the post in one of them; else where it parts from the nearest.</summary>
    public static string? Difference(Post post, string shown, Func<IReadOnlyList<Piece>, IReadOnlyList<Piece>> adapt)
    {
        (int At, string Words)? nearest = null;
        foreach (var way in Of(post))
        {
            if (Comparison.Parting([.. adapt(way), .. Behind(post)], shown) is not { } parting)
            {
                return null;
            }

            nearest = nearest is { } other && other.At >= parting.At ? other : parting;
        }

        return nearest?.Words;
    }

    private static IEnumerable<IReadOnlyList<Piece>> Of(Post post)
    {
        var (lead, body) = (Said.Of(post.Lead), Said.Of(post.Body));
        yield return [.. lead, Piece.Exactly(" "), .. body];

        // A lead that the body tells as well, word by word, need not stand above it.
        if (OpensByItself(post.Body) || Said.Words(body).StartsWith(Said.Words(lead), StringComparison.OrdinalIgnoreCase))
        {
            yield return body;
        }

        // A heading that the lead holds need not stand below it.
        if (!post.Body.IsEmpty && post.Body.Blocks[0] is Block.Heading heading
            && Said.Words(lead).Contains(Said.Words(Said.Of(heading.Content)), StringComparison.OrdinalIgnoreCase))
        {
            yield return [.. lead, Piece.Exactly(" "), .. Said.Of(post.Body.Blocks[1..])];
        }
    }

    // A picture that has only an address may be shown by naming it.
    private static IEnumerable<Piece> Behind(Post post) => post.Picture?.Url is { } url ? [Piece.Exactly(" "), Piece.Maybe(url.AbsoluteUri)] : [];

    private static bool OpensByItself(RichText body) => body.Blocks is [Block.Paragraph, Block.Heading { Level: 1 }, ..];
}
