using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NodaTime;

namespace BotHost.Benchmarks;

/// <summary>A config of a thousand talks, each with a poster of its own, and three hundred people on disk, the same at each run.</summary>
internal sealed class LargeConfig : IDisposable
{
    public const int Talks = 1_000;
    public const int People = 300;

    private const int PosterLength = 20_000;

    private const int Seed = 20_270_120;

    private static readonly string[] Words =
    [
        "harbour", "night", "ferry", "archive", "river", "market", "letter", "bridge", "winter", "garden", "museum", "border", "paper", "coast",
        "listened", "walked", "measured", "remembered", "translated", "counted", "the", "and", "of", "with", "behind", "before", "without", "a",
        "slow", "old", "quiet", "first", "third", "second", "unfinished", "open", "city", "island", "station", "song", "voice", "map", "tide",
    ];

    private static readonly string[] Given = ["Ines", "Takeshi", "Marta", "Wei", "Anna", "Jonas", "Yuki", "Sofia", "Tomasz", "Leila", "Minh", "Priya"];

    private static readonly string[] Family = ["Faria", "Kobayashi", "Lindqvist", "Zhang", "Moreau", "Okafor", "Tanaka", "Weber", "Kowalski", "Haddad", "Nguyen", "Iyer", "Novak"];

    private readonly Random _random = new(Seed);

    public LargeConfig()
    {
        Directory.CreateDirectory(Path.Combine(Root, "talks"));
        Directory.CreateDirectory(Path.Combine(Root, "people"));
        File.WriteAllText(Path.Combine(Root, "bothost.yaml"), Main);
        for (var number = 0; number < People; number++)
        {
            File.WriteAllText(Path.Combine(Root, "people", $"person-{number}.yaml"), Person(number));
        }

        Directory.CreateDirectory(Path.Combine(Root, "images"));
        for (var number = 0; number < Talks; number++)
        {
            File.WriteAllBytes(Path.Combine(Root, "images", $"evening-{number}.png"), Poster(number));
            File.WriteAllText(TalkPath(number), Talk(number));
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("bothost-benchmark-").FullName;

    private static string Main => """
        community:
          name: Benchmark
          zone: Europe/Berlin
          languages: [en]
        series:
          evenings:
            name: Evenings
            campaign: standard
        channels:
          - id: discord-square
            platform: discord
            address: "910000000000000001"
          - id: telegram-square
            platform: telegram
            address: "-1002000000001"
        campaigns:
          standard:
            - { id: announce, kind: announcement, when: 21 days before at 10:00 }
            - { id: day-before, kind: reminder, when: 1 day before at 10:00 }
        moderators:
          discord:
            users: ["920000000000000002"]

        """;

    public string TalkPath(int number) => Path.Combine(Root, "talks", $"evening-{number}.yaml");

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string NameOf(int number) => $"{Given[number % Given.Length]} {Family[number / Given.Length % Family.Length]}{(number >= 156 ? " " + (char)('A' + number % 26) + "." : "")}";

    private string Person(int number) => $"""
        id: person-{number}
        name: {NameOf(number)}
        headline: Writer on {Word()} and {Word()}
        bio: |
          {NameOf(number)} has written on {Sentence()}

          {Sentence()} {Sentence()}

        """;

    private string Talk(int number)
    {
        var date = new LocalDate(2015, 1, 5).PlusDays(7 * number).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var first = _random.Next(People);
        return $"""
            id: evening-{number}
            series: evenings
            number: {number}
            title: {Capital(Word())} and {Capital(Word())} {number}
            subtitle: a conversation with {NameOf(first)}
            start: {date} 19:00
            status: confirmed
            place:
              name: House {number % 7}
              address: {number} Example Street
            people:
              - person: person-{first}
                role: Guest
              - person: person-{(first + 1) % People}
                role: Host
            summary: |
              {Sentence()} {Sentence()} We welcome {NameOf(first)}. {Sentence()}

              {Sentence()} {Sentence()} *{Sentence()}* {Sentence()} {Sentence()}

              - {Sentence()}
              - {Sentence()}
            links:
              - book: https://example.org/books/{number}
              - kind: slides
                label: Slides
                url: https://example.org/slides/{number}
            tags: [{Word()}, {Word()}]
            image:
              file: images/evening-{number}.png
              alt: The poster of evening {number}

            """;
    }

    /// <summary>A picture to whoever does not decode it: signature, size, one long chunk, end.</summary>
    private static byte[] Poster(int number)
    {
        byte[] header = [.. "IHDR"u8, 0, 0, 4, 0xB0, 0, 0, 2, 0x76, 8, 6, 0, 0, 0];
        byte[] pixels = [.. "IDAT"u8, .. new byte[PosterLength]];
        BinaryPrimitives.WriteInt32BigEndian(pixels.AsSpan(4), number);
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk(header), .. Chunk(pixels), .. Chunk([.. "IEND"u8])];
    }

    private static byte[] Chunk(byte[] nameAndContent)
    {
        var sum = uint.MaxValue;
        foreach (var one in nameAndContent)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, nameAndContent.Length - 4);
        BinaryPrimitives.WriteUInt32BigEndian(check, ~sum);
        return [.. length, .. nameAndContent, .. check];
    }

    private string Sentence()
    {
        var sentence = new StringBuilder(Capital(Word()));
        for (var count = 12 + _random.Next(10); count > 0; count--)
        {
            sentence.Append(' ').Append(Word());
        }

        return sentence.Append('.').ToString();
    }

    private string Word() => Words[_random.Next(Words.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
