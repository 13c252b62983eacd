namespace BotHost.Configuration.Tests.Lint;

/// <summary>Three announcements as they were published; in the first, two slips are mended, and <see cref="AsianTalkAsPublished"/> still has them.</summary>
internal static class RealAnnouncements
{
    public static NamedAnnouncement AsianTalk { get; } = new(
        "asian-talk-176",
        [
            ("title", "Chinese Immigration and Its Discontents"),
            ("subtitle", "an interview with Takehiro Masutomo"),
            ("summary", """
                “Rùn(潤/润)” is a term that has recently become popular in China. It refers to people who, for various reasons, choose to leave China in search of a better life. Originally, the word meant “to profit,” but since its pinyin spelling is “rùn,” it has taken on a double meaning with the English word “run,” implying escape.
                The “Run Japan” community — still largely unnoticed by many Japanese — is rapidly gaining influence in response to changes in China, Japan, and the broader world.
                As we engage with and listen closely to this entirely new group of Chinese immigrants, we can strongly sense their uniqueness and complexity. At the same time, it becomes evident that they are already having a significant and undeniable impact on Japan’s politics, economy, and society.
                We welcomes journalist and author Takehiro Masutomo, will share the latest findings from his reporting on the trends and future outlook of China’s new wave of immigrants.
                """),
            ("takehiro-masutomo/name", "Takehiro Masutomo"),
            ("takehiro-masutomo/bio", """
                Takehiro Masutomo is a quadrilingual journalist and adjunct researcher at Waseda University. He is the author of the newly published book, Run Ri: Tracing the Footsteps of Chinese Elites Escaping to Japan.
                Takehiro born in Fukuoka Prefecture in 1985, holds a Master’s degree in International Relations from the University of California, San Diego (UCSD). After joining Caixin Media in 2010, he covered international news, with a primary focus on Japan. From 2014 to 2016, he served as a research associate at the Lee Kuan Yew School of Public Policy at the National University of Singapore (NUS). Since 2022, he has provided commentary on Asian affairs for NHK Radio’s news program My Asa! In 2023, he launched the podcast Asia Frontline.
                His articles have been published in Weekly Toyo Keizai, Nishinippon Shimbun, NewsPicks, Nikkei Asia, The Japan Times, South China Morning Post, The Straits Times, The Jakarta Post, Kompas, Tempo, and many others.
                """),
            ("chang-che/name", "Chang Che"),
            ("chang-che/bio", "Chang Che is a writer and contributor to the New York Times and The New Yorker covering Chinese politics and society."),
        ]);

    public static NamedAnnouncement AsianTalkAsPublished { get; } = AsianTalk
        .With("subtitle", "an interview with Takehiro Masumoto")
        .With("summary", TextOf(AsianTalk, "summary").Replace("Takehiro Masutomo", "Yudai Masutomo", StringComparison.Ordinal));

    public static NamedAnnouncement HarbourEvenings { get; } = new(
        "harbour-evenings-8",
        [
            ("title", "What the Tide Tables Forgot"),
            ("summary", "For two centuries the tables were right to the minute, and then the harbour was moved. A talk about maps, mud and the people who kept correcting both."),
            ("ines-faria/name", "Ines Faria"),
            ("ines-faria/bio", "Ines Faria is a hydrographer and writes about coasts that no longer exist."),
            ("tomasz-wilk/name", "Tomasz Wilk"),
        ]);

    public static NamedAnnouncement NightTalks { get; } = new(
        "yoru-no-hanashi-5",
        [
            ("title", "路地の音をあつめる"),
            ("summary", "路地には、地図に載らない音があります。録音を続けてきた二十年を、実際の音とともにたどります。"),
            ("morita-satoshi/name", "森田 さとし"),
            ("morita-satoshi/bio", "フィールド録音家。京都在住。"),
            ("anna-keller/name", "Anna Keller"),
        ]);

    public static string TextOf(NamedAnnouncement announcement, string path) => announcement.Texts.Single(text => text.Path == path).Text;
}
