using System.Collections.Immutable;
using System.Globalization;

namespace BotHost.Rendering.Tests.Cases;

/// <summary>A talk whose every sentence begins and ends with its own number, too long for one message more often than not.</summary>
/// <param name="Seed">What its words are drawn from.</param>
/// <param name="Sentences">How many in each paragraph of the summary.</param>
/// <param name="Bios">How many in each biography.</param>
/// <param name="Layout">Of the channel.</param>
/// <param name="HasPicture">Whether there is a poster.</param>
internal sealed record SentenceTalk(int Seed, ImmutableArray<int> Sentences, ImmutableArray<int> Bios, string? Layout, bool HasPicture)
{
    public static SentenceTalk Draw(int seed, int size, string?[] layouts)
    {
        var dice = new Random(seed);
        return new SentenceTalk(
            seed,
            [.. Enumerable.Range(0, 1 + dice.Next(1 + (size / 10))).Select(_ => 1 + dice.Next(1 + (size / 6)))],
            [.. Enumerable.Range(0, dice.Next(4)).Select(_ => dice.Next(1 + (size / 6)))],
            layouts[dice.Next(layouts.Length)],
            dice.Next(2) == 0);
    }

    public static IEnumerable<SentenceTalk> Smaller(SentenceTalk all)
    {
        for (var index = 0; index < all.Bios.Length; index++)
        {
            yield return all with { Bios = all.Bios.RemoveAt(index) };
        }

        for (var index = 0; index < all.Sentences.Length; index++)
        {
            if (all.Sentences.Length > 1)
            {
                yield return all with { Sentences = all.Sentences.RemoveAt(index) };
            }

            if (all.Sentences[index] > 1)
            {
                yield return all with { Sentences = all.Sentences.SetItem(index, all.Sentences[index] - 1) };
            }
        }
    }

    public TalkCase ToCase()
    {
        var dice = new Random(Seed);
        var number = 0;
        var summary = string.Join("\n\n", Sentences.Select(count => Paragraph(count)));
        var people = Bios.Select(count => new CasePerson("Ines Faria", null, "Guest", null, Paragraph(count), null)).ToImmutableArray();
        return new TalkCase { Summary = summary, People = people, Layout = Layout, Picture = HasPicture ? 1 : 0 };

        string Paragraph(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => Sentence())).TrimEnd();

        string Sentence()
        {
            var words = dice.Next(2) == 0
                ? (" " + string.Join(' ', Enumerable.Repeat("word", 1 + dice.Next(30))) + " ", new[] { ". ", "! ", "? ", ".” " }[dice.Next(4)])
                : (string.Concat(Enumerable.Repeat("講演と対話", 1 + dice.Next(20))), new[] { "。", "！", "？", "。」" }[dice.Next(4)]);
            number++;
            return string.Create(CultureInfo.InvariantCulture, $"Q{number}q{words.Item1}Z{number}z{words.Item2}");
        }
    }

    public override string ToString() => $"seed {Seed}, paragraphs [{string.Join(", ", Sentences)}], biographies [{string.Join(", ", Bios)}], layout {Layout ?? "default"}{(HasPicture ? ", a picture" : "")}";
}
