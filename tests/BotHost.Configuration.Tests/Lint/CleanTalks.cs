using System.Collections.Immutable;

namespace BotHost.Configuration.Tests.Lint;

/// <summary>Talks with nothing to mend, though much in them looks like a slip.</summary>
internal static class CleanTalks
{
    /// <summary>Why it is here; the talk.</summary>
    public static ImmutableArray<(string Why, NamedAnnouncement Talk)> All { get; } =
    [
        ("two Tanakas whose given names differ in a letter", Talk(
            "Two Gardens, One River",
            "Tanaka Yuki and Tanaka Yuko in conversation",
            """
            Tanaka Yuki has kept the upper garden for thirty years. Her neighbour Tanaka Yuko keeps the lower one, and the river runs through both.
            Tonight the two Tanakas compare notes: on moss, on floods, and on being taken for sisters. Yuki brings her diaries. Yuko brings the pruning shears.
            """,
            ["tanaka-yuki: Tanaka Yuki", "tanaka-yuko: Tanaka Yuko"])),
        ("Chen Wei beside Cheng Wei", Talk(
            "Bridges of Fujian",
            "with Chen Wei and Cheng Wei",
            """
            Chen Wei measures old bridges; Cheng Wei draws them. The two have walked more than four hundred kilometres together.
            Chen's measurements and Cheng's drawings will be on the tables. Questions are welcome in Mandarin, Hokkien and English.
            """,
            ["chen-wei: Chen Wei", "cheng-wei: Cheng Wei"])),
        ("initials, honorifics and possessives", Talk(
            "Reporting from the Margins",
            "an evening with T. Masutomo",
            """
            For a decade T. Masutomo has reported on those who leave. Masutomo-san will open with a short reading; Mr Masutomo's notebooks go back to 2010.
            Professor Masutomo's students know the stories already. We visited the Masutomos' house in spring, where the Masutomos served tea.
            Takehiro J. Masutomo, as he signs his essays, answers questions afterwards. Masutomo’s new book will be for sale.
            """,
            ["takehiro-masutomo: Takehiro Masutomo"])),
        ("a family name in front, capitals, and a given name alone", Talk(
            "MASUTOMO TAKEHIRO LIVE",
            "Masutomo Takehiro on the road",
            """
            Masutomo Takehiro returns to our stage. MASUTOMO needs no introduction, but here is one: Takehiro grew up by the sea.
            After the talk, Takehiro signs books. Listen to Takehiro’s podcast before you come.
            """,
            ["takehiro-masutomo: Takehiro Masutomo"])),
        ("a native name in the text", Talk(
            "潤日の人びと",
            "増友 雄大が語る",
            """
            増友雄大氏(ますとも たけひろ)は、中国から日本へ移り住む人びとを取材してきました。増友さんの新刊をもとに、最新の動きをうかがいます。
            増友 雄大さんへの質問は、当日会場で受け付けます。皆さんのお越しをお待ちしています。たくさんの資料も展示します。
            """,
            ["takehiro-masutomo: Takehiro Masutomo | 増友 雄大 | ますとも たけひろ"])),
        ("accents written and not", Talk(
            "Maps Without Borders",
            "Tomáš Wilk in conversation",
            """
            Tomas Wilk draws maps by hand. Tomáš Wilk began in a shed that smelled of milk and ink; the Wilks were dairy farmers.
            Milk was cheap then, and paper dear. Wilk's first map shows every well between two villages.
            """,
            ["tomas-wilk: Tomáš Wilk"])),
        ("hyphens and their absence", Talk(
            "The Last Cinema of Busan",
            "Kim Min-ji and the projector",
            """
            Minji Kim bought a cinema nobody wanted. Kim Min-ji has shown one film a week since; Min Ji Kim, as the licence spells it, sells the tickets, too.
            Min-ji's grandmother watched her first film here. Ms Kim brings the projector.
            """,
            ["kim-min-ji: Kim Min-ji"])),
        ("little words within a name", Talk(
            "Below Sea Level",
            "Jan van der Berg on dikes",
            """
            Jan van der Berg has spent his life behind dikes. Van der Berg explains how a polder is made, and why it sinks.
            Between the slides, Berg's daughter plays the cello. Mr van der Berg takes no questions about bicycles.
            """,
            ["jan-van-der-berg: Jan van der Berg"])),
        ("an apostrophe of either kind", Talk(
            "Songs of the Ferry Men",
            "Niamh O’Brien sings and tells",
            """
            Niamh O'Brien collected the songs on three islands. O’Brien's recordings are in the national archive.
            Niamh O’Brien sings nine of them tonight, and tells who sang them to her.
            """,
            ["niamh-obrien: Niamh O'Brien"])),
        ("names within addresses, hashtags and handles", Talk(
            "How Rumours Travel",
            "Ines Faria reads the feeds",
            """
            Ines Faria follows rumours for a living. Read more at https://example.org/people/ines-farias/Inez_Faria and www.inesfarla.example, or search #InesFara.
            Write to ines.faira@example.org or @InesFariia. Slides: [the deck](https://example.org/Farria/talk.pdf) and Fariaa.pdf, from faria.example.org/Ferias.
            """,
            ["ines-faria: Ines Faria"])),
        ("ordinary words like names: change, Chan, the, she", Talk(
            "Change Comes Slowly",
            "Chang Che on reform",
            """
            Change is a word that Chang Che distrusts. The Chang family left in 1949; She who stays, his grandmother said, sees more.
            Chan is the Cantonese form of another name altogether. Chinese politics, says Chang, is a long game. Che means nothing in particular. Charge, chance, chant: he likes the sound of words.
            """,
            ["chang-che: Chang Che"])),
        ("ordinary words like names: killer, Annual, Maria", Talk(
            "Killer Whales and Other Neighbours",
            "Anna Keller at the Annual Meeting",
            """
            Killer whales live in families. Anna Keller has followed one of them for years, on a boat called Maria. The Annual Meeting of the society hears her first results.
            The killer, says Keller, is us. Cellars full of tapes wait for a listener. Her grandmother Hanna listened, too, and Ana, a student from Porto, helps now.
            """,
            ["anna-keller: Anna Keller"])),
        ("authors, rulers and the dead", Talk(
            "What the Rebels Read",
            "Lin Hao on libraries in war",
            """
            Marx and Engels, of course; but also Jane Austen, Lu Xun and the Water Margin. Lin Hao has read the loan books of eleven libraries.
            Mao Zedong was a librarian once. The novelist Natsume Soseki kept a ledger of his debts, and Virginia Woolf, author of Orlando, bound her own books.
            In 1931 the poet Xu Zhimo died on the way to a lecture. Lin Hao explains what became of his library.
            """,
            ["lin-hao: Lin Hao"])),
        ("namesakes who are others", Talk(
            "Touch and Speech",
            "Anna Keller on signing",
            """
            Helen Keller learned her first word at a pump. Anna Keller, no relation, teaches signing in Basel.
            Gottfried Keller wrote about dressmakers, and the painter Ferdinand Keller about nothing. Keller smiles at all of them.
            """,
            ["anna-keller: Anna Keller"])),
        ("relatives with the same rare name", Talk(
            "My Father's Shop",
            "Takehiro Masutomo remembers",
            """
            His father Kenji Masutomo sold radios. His late brother Shin Masutomo repaired them.
            Takehiro Masutomo did neither, and tells why. It is a story about silence, and about a street that is gone.
            """,
            ["takehiro-masutomo: Takehiro Masutomo"])),
        ("places near to names", Talk(
            "Salt Roads",
            "Marta Costa walks to the sea",
            """
            Marta Costa walked from Malta's salt pans to those of Setubal. The Costa Verde is green only in brochures. In Malta, she says, salt is cut like bread.
            Costas everywhere, she laughs: coasts. Parts of the walk took place at night.
            """,
            ["marta-costa: Marta Costa"])),
        ("a chair with a name of many near words", Talk(
            "The Marina and the Mariners",
            "Mariana Lopes and Marina Alves",
            """
            Mariana Lopes built the marina at which Marina Alves moors her boat. Marian devotion built the chapel above it.
            Mariana will show the plans. Marina will show the cracks. Come and see who is right.
            """,
            ["mariana-lopes: Mariana Lopes", "marina-alves: Marina Alves"])),
        ("a hyphenated family name and a double given name", Talk(
            "A Grammar of Gestures",
            "Jean-Luc Faria-Keller shows his hands",
            """
            Jean-Luc Faria-Keller has filmed hands in forty markets. Jean-Luc's films have no sound. Faria-Keller says that prices are better without.
            Jean Luc Faria-Keller will bring the first reel. Nobody is obliged to clap.
            """,
            ["jean-luc: Jean-Luc Faria-Keller"])),
        ("an umlaut spelled out", Talk(
            "Clocks of the East",
            "Jürgen Müller winds them up",
            """
            Juergen Mueller repairs clocks that others have given up. Jürgen Müller will open one on stage. Muller is how the passport has it.
            Mull over this: a clock has no idea of time.
            """,
            ["juergen-mueller: Jürgen Müller"])),
        ("long vowels in either form", Talk(
            "Paper Cranes, Paper Money",
            "Kōji Ōno folds",
            """
            Koji Ono folds money. Kōji Ōno's cranes have been refused by three banks. Mr Ōno laughs about it, and Ono-san's accountant does not.
            Only paper, Koji says.
            """,
            ["koji-ono: Kōji Ōno"])),
        ("an alias", Talk(
            "Two Names, One Desk",
            "an interview with Yudai Masutomo",
            """
            We welcome the journalist and author Yudai Masutomo. Under his other name, Takehiro Masutomo, he has published for years in English.
            Yudai, or Takehiro, tells what a name does to a byline.
            """,
            ["takehiro-masutomo: Takehiro Masutomo | | | Yudai Masutomo"])),
        ("guests with titles, all listed", Talk(
            "Who Owns the Night?",
            "a discussion with Dr. Olu Adeyemi and Prof. Li Na",
            """
            We welcome the astronomer Dr. Olu Adeyemi. He will be joined by Professor Li Na, author of The Dark Map, who will talk about street lamps.
            Moderated by Sofia Brandt. Dr Adeyemi's slides are black.
            """,
            ["olu-adeyemi: Olu Adeyemi", "li-na: Li Na", "sofia-brandt: Sofia Brandt"])),
        ("institutions that host", Talk(
            "Archives on Fire",
            "hosted by the Goethe Institut",
            """
            The evening is hosted by Old Customs House and the Friends of the Archive. It is moderated by Ruth Adler.
            An interview with Susan Sontag, from 1979, opens the evening. Our guests are asked to leave lighters outside. In conversation with paper, says Adler, one has to be patient.
            """,
            ["ruth-adler: Ruth Adler"])),
        ("a title in capitals of headlines", Talk(
            "Meeting Masutomo: Understanding the New Wave",
            "Inside Masutomo’s Notebooks",
            """
            Meeting him is easy. Understanding Masutomo takes longer. Why Masutomo writes by hand is the first question; Where Masutomo goes next is the last.
            When Takehiro answers, he draws. Journalist Masutomo, novelist Masutomo, father Masutomo: one person.
            """,
            ["takehiro-masutomo: Takehiro Masutomo"])),
        ("a list of people, one on each line", Talk(
            "Open Stage",
            "six voices",
            """
            On stage:

            - Chang Che
            - Takehiro Masutomo
            - Ines Faria

            Chang Che
            Takehiro Masutomo
            Ines Faria

            Each has ten minutes. Chang begins, Faria closes.
            """,
            ["chang-che: Chang Che", "takehiro-masutomo: Takehiro Masutomo", "ines-faria: Ines Faria"])),
        ("Japanese prose with people who are guests and people who are not", Talk(
            "路地の音をあつめる",
            "森田 さとしの二十年",
            """
            ゲストは森田さとしさん。森田さんは京都で二十年、路地の音を録ってきました。森田氏の録音には、夏目漱石の家の前の音もあります。
            大森田川の水音、森田監督の映画、森田家の蔵。聞き手はアンナ・ケラーさん。お客さんも皆さんも、奥さんもお母さんも、どうぞ。
            """,
            ["morita-satoshi: Satoshi Morita | 森田 さとし", "anna-keller: Anna Keller | アンナ・ケラー"])),
        ("Chinese prose", Talk(
            "潤:出走与归来",
            "与张伟明对谈",
            """
            本期嘉宾张伟明老师长期研究移民。张老师认为,“潤”不只是离开。鲁迅先生也曾在仙台读书。
            张伟明将分享他的新书。主持人李娜教授会在最后半小时主持问答。语文老师们也欢迎。
            """,
            ["zhang-weiming: Zhang Weiming | 张伟明", "li-na: Li Na | 李娜"])),
        ("bios that open in many ways", Talk(
            "The Weather Desk",
            "three forecasters",
            """
            Rain, says one. Sun, says another. The third looks at the swallows.
            They have worked at the same desk for nine years and never agreed.
            """,
            [
                "ana-souza: Ana Souza | | | | The first of four sisters, Ana Souza reads clouds. Annual prizes bore her.",
                "pal-horvath: Pál Horváth | | | | Dr. Pál Horváth forecasts floods. Pal lives upstream. Horvath’s boots are famous; his wife Ilona Horváth disagrees.",
                "wei-ling-tan: Tan Wei Ling | | | | Wei Ling studied swallows with Ana Souza. Tan has written two books about waiting.",
            ])),
        ("names made of ordinary words", Talk(
            "Will Young People Mark May?",
            "Will Young, Grace Park and Mark Long",
            """
            Will young people march in May? Will Young thinks so. Mark Long has marked the date for years. Grace Park will bring a song.
            Long lines are expected. Parks will be closed. Young and old are welcome; Mark the day. May Day is a Saturday.
            """,
            ["will-young: Will Young", "grace-park: Grace Park", "mark-long: Mark Long"])),
        ("names in lower case, and a person of one name", Talk(
            "Small Letters",
            "moa reads",
            """
            The poet moa writes without capitals. Moa’s first book was printed on tram tickets. Moss grows on the second.
            In Samoa, Moana was read by night. Moat, moan, most: the book is a list of neighbours. Mona Lisa makes an appearance.
            """,
            ["moa: moa"])),
        ("organisations that bear the name", Talk(
            "The House that Wilk Built",
            "Tomasz Wilk on cheap timber",
            """
            Villa Wilk still stands. Studio Wilk closed in 1998, and the Museum Wilk never opened. At the Wilk Foundation, plans are yellow.
            Tomasz Wilk leads through all three. The Tomasz Wilk House is open on Sundays.
            """,
            ["tomasz-wilk: Tomasz Wilk"])),
    ];

    /// <param name="people">Each as <c>id: name | native name | another alias | alias | bio</c>, as far as there is any.</param>
    private static NamedAnnouncement Talk(string title, string subtitle, string summary, string[] people) => new(
        "talk",
        [("title", title), ("subtitle", subtitle), ("summary", summary), .. people.SelectMany(TextsOf)]);

    private static IEnumerable<(string Path, string Text)> TextsOf(string person)
    {
        var colon = person.IndexOf(':', StringComparison.Ordinal);
        var id = person[..colon];
        var values = person[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries);
        yield return ($"{id}/name", values[0]);
        if (values.ElementAtOrDefault(1) is { Length: > 0 } native)
        {
            yield return ($"{id}/native_name", native);
        }

        var aliases = string.Join(", ", values.Skip(2).Take(2).Where(alias => alias.Length > 0));
        if (aliases.Length > 0)
        {
            yield return ($"{id}/aliases", aliases);
        }

        if (values.ElementAtOrDefault(4) is { Length: > 0 } bio)
        {
            yield return ($"{id}/bio", bio);
        }
    }
}
