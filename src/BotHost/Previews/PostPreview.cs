using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;

namespace BotHost.Previews;

/// <summary>A step of a talk as it would go out, and the channels that would get just this.</summary>
/// <param name="Talk">The talk.</param>
/// <param name="Step">The step.</param>
/// <param name="Places">The channels, which differ in nothing but their address and the time.</param>
/// <param name="Post">The post of the first of them.</param>
/// <param name="Detail">How much of the talk it tells.</param>
/// <param name="Result">What its platform made of it.</param>
internal sealed record PostPreview(Talk Talk, Step Step, ImmutableArray<PreviewPlace> Places, Post Post, PostDetail Detail, RenderResult Result)
{
    public Channel Channel => Places[0].Channel;

    public ImmutableArray<string> Payloads => Result is RenderResult.Fits fits ? fits.Payloads : [];

    /// <summary>The pictures that the post may show.</summary>
    public IEnumerable<Picture> Pictures => new[] { Post.Picture }.Concat(Post.Photos.IsDefault ? [] : Post.Photos).OfType<Picture>().Where(picture => picture.IsUsable);
}
