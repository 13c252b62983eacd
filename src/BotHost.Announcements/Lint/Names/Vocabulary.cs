using System.Collections.Frozen;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Words that are no names, though a capital may make them look like one; and words that stand before names.</summary>
/// <remarks>No dictionary: the words that open sentences, that fill titles, and those that are a letter away from common names.</remarks>
internal static class Vocabulary
{
    private static readonly FrozenSet<string> Ordinary = Words(
        """
        a about above across after again against ago all almost along already also although always am among an and another any anyone
        are around as asian at away back be became because become been before began behind being below best better between beyond
        book both but by call came can cannot chair come could day days did discover do does done down during each early either else
        end english enough even evening event every everyone everything explore far few first five for found founded four free from
        full gave get give given go going good great had half has have having he her here hers herself him himself his how however i
        if in indeed inside instead into is it its itself join just keep kept knew know known large last late later latest learn
        least left less let like listen little live long look made make makes making many may maybe me meet might more morning most
        much must my near nearly never new next night no nobody none nor not nothing now of off often old on once one only open or
        other others our out outside over own part past people perhaps put quite rather read really said same saw say see seen
        several she short should show since six small so some someone something soon starting started still such take talk tell ten
        than that the their them then there these they thing think this those though three through thus time to today together told
        tomorrow tonight too took toward towards turn twenty two under until up upon us use used very want was watch way we week
        welcome welcomes well went were what when where whether which while who whole whom whose why will with within without word
        words work world would write year years yes yesterday yet you young your
        according afterwards altogether annual anniversary answer answers archive article articles beginning born bring brings
        broken brother buy chance change changed changes changing chapter chart chase cheap check cheer chess chest chicken chief
        child children china chinese choose city cold collection come comes coming common complete conversation country course
        culture dance dark date dinner door dream dreams early earth eastern editor empire exhibition explain explains family famous
        film film's final fire flower follow following food forest forgotten friend friends future garden gardens general ghost ghosts
        girl gold grand green guide hall hand happy harbour head hear heart hello hidden high hill history home hope hour house
        idea images imagine immigration inner interview introducing invisible island islands keen keep keeper keeping kept killer
        killers killed kill king kitchen land language lecture lesson lessons letter letters life light line lines links lives lost
        love low lunch machine main malta man manner map maps march mark market master matter meaning meeting memory memories middle
        milk mill miller mine mines minor mirror modern moment money moon moral mother mountain museum music name names nation nature
        never newly news noise north notes novel number ocean opening order origin page paper park path peace place places planet
        play please poem poems poet point politics poor portrait power press private public question questions quiet radio rain
        reading reader record red register remember report rice rich right ring rise river rivers road room route run running sail
        salt school science sea search season second secret seller sellers series seven shadow shame share shares ship ships shop
        shore sign silence silk silver simple sister smile snow society song songs sound sounds south space speak speaker speaking
        special spring stage star state station stone stories story strange street strong student study subject summer sun sunday
        system table tables taken taking taller tanker teach teacher telling temple text thank thanks theatre theory tide tides title
        tower town trade train translation tree true trust truth university vision visit visual voice voices wait waiting walk wall
        war water waves week western white wild wilt wind window winter woman women wood world writing yellow yard
        under understanding meaning living finding looking leaving writing walking crossing growing making moving building
        monday tuesday wednesday thursday friday saturday january february april june july august september october november december
        africa african america american asia australia austria berlin britain british canada chile cuba cyprus denmark dutch egypt
        england europe european fiji finland france french german germany ghana greece greek hungary iceland india indian indonesia
        iran iraq ireland irish israel italian italy japan japanese kenya korea korean kyoto laos latvia london macau madrid
        malaysia mali manchester marina mexico milan monaco mongolia moscow munich nepal norway osaka oslo pakistan paris persian
        peru poland polish porto portugal prague rome russia russian samoa scotland seoul shanghai singapore spain spanish sudan sweden
        swedish swiss sydney syria taipei taiwan tehran thai thailand tibet tokyo tonga tunis turkey turkish ukraine venice vienna
        vietnam wales yokohama zurich beijing hong kong fukuoka hamburg tanzania zambia
        abroad academic agency airport album alley ancient anthem apart architect area arena army arrival artist assembly atlas
        author authors ballad bank banker banner barrier basin beach bell belt bench bitter black blank blend blind blood board boat
        body border bottle brain branch brand bread bridge brief bright bronze broad burden cabin cable candle canal capital cargo
        carbon career carrier castle cattle cause cellar center central centre century chain charge charter chamber charm cinema
        circle civil claim class clean clear climate clock close cloud club coal coast code coffee coin colony colour comet comic
        concert control copper coral corner cotton council court cover craft credit crime crisis critic crop cross crowd crown daily
        danger debate deep delta desert design desk diary distant doctor double draft drama drawing drift drive drum dust dying
        """);

    private static readonly FrozenSet<string> Titles = Words(
        """
        mr mrs ms miss mx dr prof professor sir dame lord lady madam madame monsieur herr frau don dona doña señor señora signor
        father mother sister brother uncle aunt president minister chancellor senator mayor judge captain colonel general admiral
        king queen prince princess emperor saint st rev reverend bishop rabbi imam
        author writer journalist reporter editor novelist poet essayist critic historian scholar researcher scientist economist
        philosopher sociologist anthropologist biologist physicist geographer hydrographer architect artist painter sculptor
        photographer filmmaker director producer composer musician pianist singer actor translator curator lawyer activist
        diplomat ambassador engineer designer publisher guest host speaker interviewer moderator chair chairman chairwoman
        chef baker gardener
        """);

    private static readonly FrozenSet<string> Particles =
        Words("van von der den de la le da di do dos das du del della bin ibn al el ter ten y zu zum zur e und");

    private static readonly FrozenSet<string> Kin = Words(
        """
        father mother sister brother uncle aunt cousin son daughter wife husband widow grandfather grandmother grandson granddaughter
        nephew niece namesake twin late
        """);

    /// <summary>One look for every word of every text.</summary>
    private static readonly FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> Traits = new[]
        {
            (Words: Ordinary, Trait: WordTraits.Ordinary),
            (Words: Titles, Trait: WordTraits.Title),
            (Words: Particles, Trait: WordTraits.Particle),
        }
        .SelectMany(kind => kind.Words.Select(word => (Word: word, kind.Trait)))
        .GroupBy(entry => entry.Word, entry => entry.Trait, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(word => word.Key, word => word.Aggregate((one, other) => one | other), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static WordTraits TraitsOf(ReadOnlySpan<char> word) => Traits.TryGetValue(word, out var traits) ? traits : WordTraits.None;

    public static bool IsKin(ReadOnlySpan<char> word) => Kin.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
