using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Compares the names in the texts of talks and bios with the people of the talk.</summary>
internal sealed class NameRule : ICatalogueRule
{
    public ImmutableArray<LintRule> Rules => NameFindings.Rules;

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        var index = new NameIndex(catalogue);
        var companions = new Dictionary<Person, HashSet<Person>>(ReferenceEqualityComparer.Instance);
        foreach (var talk in catalogue.Talks.Values.OrderBy(talk => talk.Id.Value, StringComparer.Ordinal))
        {
            ImmutableArray<Person> people =
                [.. talk.People.Select(part => catalogue.People.GetValueOrDefault(part.Person)).OfType<Person>().Distinct<Person>(ReferenceEqualityComparer.Instance)];
            foreach (var person in people)
            {
                Companions(companions, person).UnionWith(people);
            }

            foreach (var finding in CheckTexts(Passages.Of(talk), [.. people.Select(PersonNames.Of)], people, null, index))
            {
                yield return finding;
            }
        }

        foreach (var person in catalogue.People.Values.OrderBy(person => person.Id.Value, StringComparer.Ordinal))
        {
            var names = PersonNames.Of(person);
            foreach (var finding in CheckTexts(Passages.Of(person), [names], Companions(companions, person), names, index))
            {
                yield return finding;
            }
        }
    }

    private static HashSet<Person> Companions(Dictionary<Person, HashSet<Person>> companions, Person person)
    {
        if (!companions.TryGetValue(person, out var found))
        {
            // By reference: comparing two people by value would read their bios.
            companions[person] = found = new HashSet<Person>(ReferenceEqualityComparer.Instance) { person };
        }

        return found;
    }

    private static IEnumerable<Finding> CheckTexts(
        ImmutableArray<Passage> passages, ImmutableArray<PersonNames> people, IEnumerable<Person> others, PersonNames? owner, NameIndex index)
    {
        if (passages.IsEmpty)
        {
            yield break;
        }

        var known = others as HashSet<Person> ?? new HashSet<Person>(others, ReferenceEqualityComparer.Instance);
        var spelling = new SpellingCheck(index, people, known, owner);
        var lostCapital = new LostCapitalCheck(index, known, owner);
        var givenName = new GivenNameCheck(index, people, owner);
        var introduction = owner is null ? new IntroductionCheck(index, people) : null;
        var runs = passages.ToDictionary(passage => passage, passage => NameRun.Read(passage, index).ToList());
        foreach (var passage in passages)
        {
            var taken = new HashSet<int>();
            foreach (var (word, part, person) in runs[passage].SelectMany(run => spelling.Find(run).Concat(lostCapital.Find(run))).Concat(lostCapital.FindOpenings(passage)))
            {
                if (taken.Add(word))
                {
                    var written = passage.Words[word];
                    yield return NameFindings.Spelling(passage.At(written.Start), passage.Written(written).ToString(), part.Written, person);
                }
            }

            foreach (var run in runs[passage])
            {
                var isTold = taken.Count > 0 && run.Content.Any(taken.Contains);
                foreach (var (first, last, person) in isTold ? [] : givenName.Find(run, IsNamed))
                {
                    isTold = true;
                    yield return NameFindings.OtherGiven(passage.At(passage.Words[first].Start), Between(passage, first, last), person.Name);
                }

                foreach (var (first, last) in isTold || introduction is null ? [] : introduction.Find(run))
                {
                    yield return NameFindings.Unlisted(passage.At(passage.Words[first].Start), Between(passage, first, last));
                }
            }

            foreach (var finding in EastAsianCheck.Check(passage, people, index, owner is null))
            {
                yield return finding;
            }
        }

        bool IsNamed(Person person) =>
            runs.Values.Any(list => list.Any(run => run.Covered != 0 && Enumerable.Range(0, run.Count).Any(at => run.IsCovered(at) && PersonNames.Of(person).Has(run[at].Plain))));
    }

    private static string Between(Passage passage, int first, int last) =>
        passage.Text[passage.Words[first].Start..passage.Words[last].End].Replace('\n', ' ');
}
