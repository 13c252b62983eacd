using System.Globalization;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.TestKit.Talks;

/// <summary>Makes a person; unless told otherwise the name is the id in words (<c>chang-che</c> is Chang Che).</summary>
public sealed class PersonBuilder(string id = PersonBuilder.GuestId)
{
    public const string GuestId = "takehiro-masutomo";

    public const string InterviewerId = "chang-che";

    private Person _person = new()
    {
        Id = new PersonId(id),
        Name = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(id.Replace('-', ' ')),
    };

    public PersonBuilder Named(string name, string? native = null)
    {
        _person = _person with { Name = name, NativeName = native };
        return this;
    }

    public PersonBuilder AlsoCalled(params string[] aliases)
    {
        _person = _person with { Aliases = [.. aliases] };
        return this;
    }

    public PersonBuilder Headline(string headline)
    {
        _person = _person with { Headline = headline };
        return this;
    }

    public PersonBuilder Bio(string text)
    {
        _person = _person with { Bio = RichText.Plain(text) };
        return this;
    }

    public PersonBuilder Link(string kind, string label, string url)
    {
        _person = _person with { Links = _person.Links.Add(new TypedLink(kind, label, new Uri(url))) };
        return this;
    }

    public Person Build() => _person;
}
