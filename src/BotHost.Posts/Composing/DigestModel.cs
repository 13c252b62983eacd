using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Posts.Reading;

namespace BotHost.Posts.Composing;

/// <summary>The values that a digest's template may say.</summary>
/// <param name="reader">Whose language it is for.</param>
/// <param name="language">The language of the templates.</param>
/// <param name="slots">Takes the times.</param>
internal sealed class DigestModel(string reader, string language, Slots slots)
{
    public IReadOnlyDictionary<string, object?> Build(Series series, IReadOnlyList<PublicTalk> talks, int more) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["series"] = Plain(series.Translations.For(reader)?.Name ?? series.Name),
            ["talks"] = talks.Select(TalkOf).ToArray(),
            ["more"] = more > 0 ? more : null,
        };

    private Dictionary<string, object?> TalkOf(PublicTalk talk)
    {
        var translation = talk.Talk.Translations.For(reader);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["title"] = Plain(translation?.Title ?? talk.Talk.Title),
            ["number"] = Plain(talk.Talk.Number),
            ["when"] = talk.Talk.Start.Instant is { } start ? slots.Hold(new Inline.Time(start, talk.Talk.Zone, TimeStyle.Full)) : null,
            ["date"] = talk.Talk.Start is TalkStart.OnDate on ? DateWording.Describe(on.Date, language) : null,
            ["place"] = Plain(translation?.Place ?? talk.Talk.Place?.Name),
            ["online"] = talk.Talk.Online is not null || talk.LinkFrom is not null,
            ["names"] = string.Join(language.Split('-')[0] is "ja" or "zh" ? "、" : ", ", talk.People.Select(part => Plain(part.Person.In(reader).Name)).OfType<string>()),
        };
    }

    private string? Plain(string? value) => LineValue.Of(value, slots);
}
