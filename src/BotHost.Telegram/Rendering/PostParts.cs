using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;

namespace BotHost.Telegram.Rendering;

/// <summary>Makes the texts of a post's messages: one, or several with a number each where the post may be parted.</summary>
internal sealed class PostParts(Post post, string language)
{
    /// <summary>Kept free below each part while nobody knows how many there will be.</summary>
    private const string WidestNumber = "(99/99)";

    /// <summary>All of the text in one message, whatever its length.</summary>
    public FormattedText Whole { get; } = Opening(post, language, number: null);

    /// <summary>The texts, or the limit that stands in the way.</summary>
    /// <param name="first">What the first message takes.</param>
    /// <param name="others">What each of the others takes.</param>
    /// <param name="count">How many messages stand there to be filled; null: as few as it needs.</param>
    public (ImmutableArray<FormattedText> Texts, RenderResult.TooLong? Misfit) Fit(TextRoom first, TextRoom others, int? count = null)
    {
        var misfit = first.Misfit(Whole);
        if (count is 1 || (count is null && (misfit is null || !post.MaySplit)))
        {
            return misfit is null ? ([Whole], null) : ([], misfit);
        }

        if (TextSplitter.Split(post.Body, (piece, index) => (index == 0 ? first : others).Holds(Part(piece, index, WidestNumber))) is not { } pieces
            || (pieces.IsEmpty && misfit is not null))
        {
            return ([], misfit ?? first.Misfit(Part(post.Body, 0, WidestNumber)));
        }

        if (pieces.Length > count)
        {
            return ([], new RenderResult.TooLong("messages", pieces.Length, count.Value));
        }

        pieces = PieceFiller.Fill(pieces.IsEmpty ? [RichText.Empty] : pieces, count ?? 1, piece => Part(piece, 1, WidestNumber).Text.Length);
        return ([.. pieces.Select((piece, index) => Part(piece, index, string.Create(CultureInfo.InvariantCulture, $"({index + 1}/{pieces.Length})")))], null);
    }

    private FormattedText Part(RichText piece, int index, string number)
    {
        if (index == 0)
        {
            return Opening(post with { Body = piece }, language, number);
        }

        var writer = new EntityWriter(post.Handles);
        new RichTextWriter(writer, language).Write(piece);
        return Finish(writer, number);
    }

    private static FormattedText Opening(Post post, string language, string? number)
    {
        var writer = new EntityWriter(post.Handles);
        PostText.Write(writer, post, language, mayPing: true);
        return Finish(writer, number);
    }

    private static FormattedText Finish(EntityWriter writer, string? number)
    {
        if (number is not null)
        {
            writer.Break(2);
            writer.Write(number, guarded: false);
        }

        return writer.Finish();
    }
}
