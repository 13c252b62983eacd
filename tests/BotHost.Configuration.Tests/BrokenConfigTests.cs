using System.Text;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;

namespace BotHost.Configuration.Tests;

/// <summary>What each mistake is called and where it is shown. Places and rules are counted by hand.</summary>
public sealed class BrokenConfigTests
{
    private const string Main = "bothost.yaml";
    private const string Talk = "talks/a.yaml";
    private const string Person = "people/jo.yaml";

    internal static readonly Dictionary<string, Row> Rows = new()
    {
        // The files themselves.
        ["no bothost.yaml"] = new(config => config.Delete(Main), "bothost.yaml:1:1 error no-config"),
        ["bothost.yml instead"] = new(
            config =>
            {
                config.Delete(Main);
                config.Write("bothost.yml", "sample: true\n");
            },
            "bothost.yaml:1:1 error no-config"),
        ["an empty file"] = new(config => config.Write(Talk, "# nothing yet\n"), "talks/a.yaml:1:1 error empty-file"),
        ["an empty bothost.yaml"] = new(config => config.Write(Main, ""), "bothost.yaml:1:1 error empty-file"),
        ["a second document"] = new(config => config.Write(Talk, ConfigOnDisk.Talk + "---\nid: second\n"), "talks/a.yaml:8:1 error several-documents"),
        ["a folder in place of a file"] = new(config => config.Write("talks/b.yaml/c.txt", ""), "talks/b.yaml:1:1 error not-a-file"),
        ["a folder in place of bothost.yaml"] = new(
            config =>
            {
                config.Delete(Main);
                config.Write("bothost.yaml/c.txt", "");
            },
            "bothost.yaml:1:1 error not-a-file"),
        ["a file in place of a folder"] = new(
            config =>
            {
                config.Delete(Talk);
                Directory.Delete(Path.Combine(config.Root, "talks"));
                config.Write("talks", "");
            },
            "talks:1:1 error not-a-folder"),
        ["talks in a folder below"] = new(config => config.Write("talks/2026/old.yaml", "id: old\n"), "talks/2026:1:1 warning folder-not-read"),
        ["a link to nowhere"] = new(
            config => File.CreateSymbolicLink(Path.Combine(config.Root, "talks/b.yaml"), "nowhere.yaml"), "talks/b.yaml:1:1 error unreadable"),
        ["a file of more than a megabyte"] = new(
            config => config.Write(Talk, ConfigOnDisk.Talk + "summary: " + new string('x', 1_000_000)), "talks/a.yaml:1:1 error too-large"),
        ["Latin-1"] = new(config => config.Write(Talk, Encoding.Latin1.GetBytes("id: first\ntitle: Caf\u00e9\n")), "talks/a.yaml:2:11 error not-utf8"),
        ["UTF-16"] = new(config => config.Write(Talk, [0xFF, 0xFE, 0x69, 0x00]), "talks/a.yaml:1:1 error not-utf8"),

        // YAML.
        ["a tab as indentation"] = new(config => config.Replace(Talk, "    role: Guest", "\trole: Guest"), "talks/a.yaml:7:1 error yaml-tab"),
        ["a title with a number sign before a word"] = new(config => config.Replace(Talk, "title: First", "title: Evening #12 is here"), "talks/a.yaml:3:16 warning words-in-comment"),
        ["a country for a language"] = new(config => config.Replace(Talk, "title: First", "title: First\nlanguage: jp"), "talks/a.yaml:4:11 error bad-language"),
        ["a tab before an item"] = new(config => config.Write(Person, "id: jo\nname: Jo\nlinks:\n\t- book: https://a.example\n"), "people/jo.yaml:4:1 error yaml-tab"),
        ["a tab in a text of many lines"] = new(config => config.Write(Person, "id: jo\nname: Jo\nbio: |\n  foo\n\tbar\n"), "people/jo.yaml:5:1 error yaml-tab"),
        ["a tab before the first key"] = new(config => config.Write(Person, "\tid: jo\nname: Jo\n"), "people/jo.yaml:1:1 error yaml-tab"),
        ["a colon in an unquoted title"] = new(config => config.Replace(Talk, "title: First", "title: First: a story"), "talks/a.yaml:3:13 error yaml-syntax"),
        ["an unclosed bracket"] = new(config => config.Replace(Talk, "title: First", "tags: [a, b"), "talks/a.yaml:4:1 error yaml-syntax"),
        ["an anchor and its alias"] = new(
            config => config.Write(Talk, "id: first\nseries: talks\ntitle: &t First\nsubtitle: *t\nstart: 2027-03-01\n"),
            "talks/a.yaml:3:8 error yaml-anchor",
            "talks/a.yaml:4:11 error yaml-alias"),
        ["a merge key"] = new(config => config.Replace(Talk, "title: First", "title: First\n<<: {tags: [a]}"), "talks/a.yaml:4:1 error yaml-merge"),
        ["a tag"] = new(config => config.Replace(Talk, "title: First", "title: !!binary First"), "talks/a.yaml:3:8 error yaml-tag"),
        ["a list as a key"] = new(config => config.Replace(Talk, "title: First", "title: First\n[a]: b"), "talks/a.yaml:4:1 error wrong-kind"),
        ["nested beyond reason"] = new(
            config => config.Replace(Talk, "title: First", "tags: " + new string('[', 40) + new string(']', 40)), "talks/a.yaml:3:22 error too-deep"),
        ["more values than anybody writes"] = new(
            config => config.Write(Talk, "tags: [" + string.Concat(Enumerable.Repeat("a,", 20_000)) + "]\n"), "talks/a.yaml:1:40002 error too-many-values"),

        // Keys.
        ["an unknown key"] = new(config => config.Replace(Talk, "title: First", "title: First\nsubtitel: Second"), "talks/a.yaml:4:1 error unknown-key"),
        ["a duplicate key"] = new(config => config.Replace(Talk, "title: First", "title: First\ntitle: Second"), "talks/a.yaml:4:1 error duplicate-key"),
        ["a key twice, with a space and without"] = new(
            config => config.Write(Person, "id: jo\nname: Jo\nnative_name: A\nnative name: B\n"), "people/jo.yaml:4:1 error duplicate-key"),
        ["no title"] = new(config => config.Replace(Talk, "title: First\n", ""), "talks/a.yaml:1:1 error missing-key"),
        ["a title without words"] = new(config => config.Replace(Talk, "title: First", "title:"), "talks/a.yaml:1:1 error missing-key"),
        ["no start"] = new(config => config.Replace(Talk, "start: 2027-03-01 19:00\n", ""), "talks/a.yaml:1:1 error missing-key"),
        ["no id"] = new(config => config.Replace(Talk, "id: first\n", ""), "talks/a.yaml:1:1 error missing-key"),
        ["no community"] = new(
            config => config.Replace(Main, "community:\n  name: Test Club\n  zone: Europe/Berlin\n  languages: [en]\n", ""), "bothost.yaml:1:1 error missing-key"),
        ["no role"] = new(config => config.Replace(Talk, "\n    role: Guest", ""), "talks/a.yaml:6:5 error missing-key"),
        ["a person without id, and a talk that wants one"] = new(config => config.Write(Person, "name: Jo\n"), "people/jo.yaml:1:1 error missing-key"),
        ["no languages"] = new(config => config.Replace(Main, "  languages: [en]\n", ""), "bothost.yaml:2:3 error missing-key"),

        // Kinds of values.
        ["a list in place of a talk"] = new(config => config.Write(Talk, "- id: first\n"), "talks/a.yaml:1:1 error wrong-kind"),
        ["a list in place of a title"] = new(config => config.Replace(Talk, "title: First", "title: [First]"), "talks/a.yaml:3:8 error wrong-kind"),
        ["text in place of a list"] = new(config => config.Replace(Main, "[en]", "en"), "bothost.yaml:4:14 error wrong-kind"),
        ["text in place of a series"] = new(
            config => config.Replace(Main, "  talks:\n    name: Talks\n    campaign: standard\n", "  talks: Talks\n"),
            "bothost.yaml:6:10 error wrong-kind"),
        ["keys in place of channels"] = new(config => config.Replace(Main, "  - id: square", "    id: square"), "bothost.yaml:10:5 error wrong-kind"),
        ["text in place of moderators"] = new(config => config.Replace(Main, "\n  discord:\n    users: [\"5\"]", " me"), "bothost.yaml:18:13 error wrong-kind"),

        // Ids and references.
        ["an id with a space"] = new(config => config.Replace(Talk, "id: first", "id: My First"), "talks/a.yaml:1:5 error bad-id"),
        ["a bad name of a series"] = new(
            config =>
            {
                config.Replace(Main, "  talks:", "  Talks:");
                config.Replace(Talk, "series: talks", "series: Talks");
            },
            "bothost.yaml:6:3 error bad-id"),
        ["a talk id used twice"] = new(
            config => config.Write("talks/b.yaml", "title: Second\nid: first\nseries: talks\nstart: 2027-03-02\n"), "talks/b.yaml:2:5 error id-twice"),
        ["a person id used twice"] = new(config => config.Write("people/jp.yaml", "id: jo\nname: Joe\n"), "people/jp.yaml:1:5 error id-twice"),
        ["a channel id used twice"] = new(
            config => config.Replace(Main, "campaigns:", "  - id: square\n    platform: telegram\n    address: \"2\"\ncampaigns:"), "bothost.yaml:13:9 error id-twice"),
        ["a step id used twice"] = new(
            config => config.Replace(Main, "moderators:", "    - {id: announce, kind: reminder, when: at start}\nmoderators:"), "bothost.yaml:18:12 error id-twice"),
        ["two channels at one place"] = new(
            config => config.Replace(Main, "campaigns:", "  - id: other\n    platform: discord\n    address: \"1\"\ncampaigns:"), "bothost.yaml:13:5 error address-twice"),
        ["a missing person"] = new(config => config.Replace(Talk, "person: jo", "person: joe"), "talks/a.yaml:6:13 error missing-person"),
        ["a missing series"] = new(config => config.Replace(Talk, "series: talks", "series: walks"), "talks/a.yaml:2:9 error missing-series"),
        ["a missing campaign in a series"] = new(
            config => config.Replace(Main, "campaign: standard", "campaign: sandard"),
            "bothost.yaml:8:15 error missing-campaign"),
        ["a missing campaign in a talk"] = new(config => config.Replace(Talk, "title: First", "title: First\ncampaign: big"), "talks/a.yaml:4:11 error missing-campaign"),
        ["a missing series in a channel"] = new(
            config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    series: [walks]"), "bothost.yaml:13:14 error missing-series"),
        ["a campaign called none"] = new(
            config =>
            {
                config.Replace(Main, "  standard:", "  none:");
                config.Replace(Main, "campaign: standard", "campaign: none");
            },
            "bothost.yaml:14:3 error bad-id"),
        ["the same person twice in one part"] = new(
            config => config.Write(Talk, ConfigOnDisk.Talk + "  - person: jo\n    role: Guest\n"), "talks/a.yaml:8:5 error person-twice"),

        // Values.
        ["a bad zone"] = new(config => config.Replace(Main, "zone: Europe/Berlin", "zone: Europe/Berlni"), "bothost.yaml:3:9 error bad-zone"),
        ["a bad zone of a talk"] = new(config => config.Replace(Talk, "title: First", "title: First\nzone: JST"), "talks/a.yaml:4:7 error bad-zone"),
        ["a day that does not exist"] = new(config => config.Replace(Talk, "2027-03-01 19:00", "2027-02-29 19:00"), "talks/a.yaml:4:8 error bad-time"),
        ["a date the wrong way round"] = new(config => config.Replace(Talk, "2027-03-01 19:00", "01.03.2027 19:00"), "talks/a.yaml:4:8 error bad-time"),
        ["a time with a zone in it"] = new(config => config.Replace(Talk, "2027-03-01 19:00", "2027-03-01T19:00+09:00"), "talks/a.yaml:4:8 error bad-time"),
        ["an announcement without a time of day"] = new(config => config.Replace(Talk, "title: First", "title: First\nannounce: 2027-02-01"), "talks/a.yaml:4:11 error bad-time"),
        ["an announcement after the start"] = new(
            config => config.Replace(Talk, "title: First", "title: First\nannounce: 2027-03-01 19:00"), "talks/a.yaml:4:11 error announced-too-late"),
        ["a length without a unit"] = new(config => config.Replace(Talk, "title: First", "title: First\nlength: 90"), "talks/a.yaml:4:9 error bad-duration"),
        ["a length of nothing"] = new(config => config.Replace(Talk, "title: First", "title: First\nlength: 0 minutes"), "talks/a.yaml:4:9 error bad-duration"),
        ["a step at no known time"] = new(config => config.Replace(Main, "7 days before at 10:00", "7 days before at noon"), "bothost.yaml:17:13 error bad-when"),
        ["a step of no known kind"] = new(config => config.Replace(Main, "kind: announcement", "kind: shout"), "bothost.yaml:16:13 error bad-choice"),
        ["a link to a script"] = new(
            config => config.Replace(Talk, "title: First", "title: First\nlinks:\n  - book: javascript:alert(1)"), "talks/a.yaml:5:11 error bad-url"),
        ["a link without http"] = new(
            config => config.Replace(Talk, "title: First", "title: First\nlinks:\n  - {kind: book, url: example.org}"), "talks/a.yaml:5:23 error bad-url"),
        ["a link with a login"] = new(
            config => config.Replace(Talk, "title: First", "title: First\nonline: https://me:secret@example.org/"), "talks/a.yaml:4:9 error bad-url"),
        ["a link to a host that no registry takes"] = new(
            config => config.Replace(Talk, "title: First", "title: First\nonline: http://e.oا/"), "talks/a.yaml:4:9 error bad-url"),
        ["two links after one dash"] = new(
            config => config.Replace(Talk, "title: First", "title: First\nlinks:\n  - book: https://a.example\n    paper: https://b.example"), "talks/a.yaml:5:5 error bad-link"),
        ["a bad status"] = new(config => config.Replace(Talk, "title: First", "title: First\nstatus: conifrmed"), "talks/a.yaml:4:9 error bad-status"),
        ["a title of two lines"] = new(config => config.Replace(Talk, "title: First", "title: |\n  First\n  Second"), "talks/a.yaml:3:8 error bad-text"),
        ["an invisible character in a title"] = new(config => config.Replace(Talk, "title: First", "title: \"Fir\\0st\""), "talks/a.yaml:3:8 error bad-text"),
        ["a bad language"] = new(config => config.Replace(Main, "[en]", "[en, English]"), "bothost.yaml:4:19 error bad-language"),
        ["a bad hashtag"] = new(config => config.Replace(Main, "    name: Talks", "    name: Talks\n    hashtags: [our talks]"), "bothost.yaml:8:16 error bad-hashtag"),
        ["neither yes nor no"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    silent: maybe"), "bothost.yaml:13:13 error bad-choice"),
        ["a reveal at no known time"] = new(
            config => config.Replace(Talk, "title: First", "title: First\nonline: {url: https://a.example, reveal: soon}"), "talks/a.yaml:4:42 error bad-time"),

        // What is allowed, but worth a word.
        ["to be announced without a reason"] = new(config => config.Replace(Talk, "2027-03-01 19:00", "TBA"), "talks/a.yaml:4:8 warning tba-without-reason"),
        ["to be announced with an empty reason"] = new(config => config.Replace(Talk, "2027-03-01 19:00", "{tba: }"), "talks/a.yaml:4:8 warning tba-without-reason"),
        ["an hour that clocks skip"] = new(config => config.Replace(Talk, "2027-03-01 19:00", "2027-03-28 02:30"), "talks/a.yaml:4:8 warning skipped-hour"),
        ["an hour that comes twice"] = new(config => config.Replace(Talk, "2027-03-01 19:00", "2027-10-31 02:30"), "talks/a.yaml:4:8 warning doubled-hour"),
        ["no moderators"] = new(config => config.Replace(Main, "moderators:\n  discord:\n    users: [\"5\"]\n", ""), "bothost.yaml:1:1 warning no-moderators"),
        ["a place of moderators without rights"] = new(
            config => config.Replace(Main, "    users: [\"5\"]\n", "    guilds: [{id: \"7\"}]\n"), "bothost.yaml:1:1 warning no-moderators"),
        ["no channels"] = new(
            config => config.Replace(Main, "channels:\n  - id: square\n    platform: discord\n    address: \"1\"\n", ""), "bothost.yaml:1:1 warning no-channels"),
        ["a talk without a campaign"] = new(config => config.Replace(Main, "    campaign: standard\n", ""), "talks/a.yaml:1:1 warning no-campaign"),
        ["a talk that no channel takes"] = new(
            config =>
            {
                config.Replace(Main, "address: \"1\"", "address: \"1\"\n    series: [walks]");
                config.Replace(Main, "series:\n  talks:", "series:\n  walks:\n    name: Walks\n  talks:");
            },
            "talks/a.yaml:1:1 warning no-channel-takes-it"),
        ["a reveal that waits for a date"] = new(
            config =>
            {
                config.Replace(Talk, "2027-03-01 19:00", "{tba: later}");
                config.Replace(Talk, "title: First", "title: First\nonline:\n  url: https://a.example\n  reveal: 1 hour before");
            },
            "talks/a.yaml:6:11 note reveal-waits",
            "talks/a.yaml:7:14 note start-tba"),

        // Ends, translations, pictures, approval, ignored rules.
        ["an end before the start"] = new(config => config.Replace(Talk, "title: First", "title: First\nend: 18:30"), "talks/a.yaml:4:6 error end-before-start"),
        ["an end in another year"] = new(config => config.Replace(Talk, "title: First", "title: First\nend: 2028-03-01 20:00"), "talks/a.yaml:4:6 error bad-duration"),
        ["an end that is no time"] = new(config => config.Replace(Talk, "title: First", "title: First\nend: late"), "talks/a.yaml:4:6 error bad-time"),
        ["a length and an end"] = new(config => config.Replace(Talk, "title: First", "title: First\nlength: 1 hour\nend: 20:30"), "talks/a.yaml:5:6 error length-and-end"),
        ["an end without a start"] = new(
            config => config.Replace(Talk, "start: 2027-03-01 19:00", "start: {tba: later}\nend: 20:30"), "talks/a.yaml:4:14 note start-tba", "talks/a.yaml:5:6 warning end-without-start"),
        ["a translation into the own language"] = new(config => config.Replace(Talk, "title: First", "title: First\ntranslations:\n  en:\n    title: First"), "talks/a.yaml:5:3 error own-language"),
        ["a translation with a key that it cannot have"] = new(config => config.Replace(Talk, "title: First", "title: First\ntranslations:\n  ja:\n    titel: x"), "talks/a.yaml:6:5 error unknown-key"),
        ["a translation into no language"] = new(config => config.Replace(Talk, "title: First", "title: First\ntranslations:\n  japanese!:\n    title: x"), "talks/a.yaml:5:3 error bad-language"),
        ["translations as a list"] = new(config => config.Replace(Talk, "title: First", "title: First\ntranslations: [ja]"), "talks/a.yaml:4:15 error wrong-kind"),
        ["roles as a list"] = new(config => config.Replace(Talk, "title: First", "title: First\ntranslations:\n  ja:\n    roles: [Guest]"), "talks/a.yaml:6:12 error wrong-kind"),
        ["an image that is not there"] = new(config => config.Replace(Talk, "title: First", "title: First\nimage: poster.png"), "talks/a.yaml:4:8 warning missing-picture"),
        ["an image that holds none"] = new(
            config =>
            {
                config.Replace(Talk, "title: First", "title: First\nimage: { alt: A ship, file: poster.png }");
                config.Write("poster.png", "a poster");
            },
            "talks/a.yaml:4:8 warning not-a-picture"),
        ["an image under the name of another format"] = new(
            config =>
            {
                config.Replace(Talk, "title: First", "title: First\nimage: poster.png");
                config.Write("poster.png", TestPictures.Jpeg(20, 10));
            },
            "talks/a.yaml:4:8 warning picture-extension"),
        ["an image that is a folder"] = new(
            config =>
            {
                config.Replace(Talk, "title: First", "title: First\nimage: poster.png");
                config.Write("poster.png/a.txt", "");
            },
            "talks/a.yaml:4:8 warning not-a-picture"),
        ["an image that is no picture"] = new(config => config.Replace(Talk, "title: First", "title: First\nimage: poster.txt"), "talks/a.yaml:4:8 error bad-picture"),
        ["an image outside the folder"] = new(config => config.Replace(Talk, "title: First", "title: First\nimage: ../poster.png"), "talks/a.yaml:4:8 error bad-picture"),
        ["an image from two places"] = new(config => config.Replace(Talk, "title: First", "title: First\nimage: {file: a.png, url: https://a.example/a.png}"), "talks/a.yaml:4:8 error bad-picture"),
        ["an image from nowhere"] = new(config => config.Replace(Talk, "title: First", "title: First\nimage: {alt: A poster}"), "talks/a.yaml:4:8 error bad-picture"),
        ["an approval of another kind"] = new(config => config.Replace(Talk, "title: First", "title: First\napproval: maybe"), "talks/a.yaml:4:11 error bad-choice"),
        ["a previous id that is none"] = new(config => config.Replace(Talk, "title: First", "title: First\nprevious_id: The First"), "talks/a.yaml:4:14 error bad-id"),
        ["a rule switched off that is not there"] = new(config => config.Replace(Talk, "title: First", "title: First\nignore:\n  missing-plase: it is in the park"), "talks/a.yaml:5:3 error unknown-rule"),
        ["an error switched off"] = new(config => config.Replace(Talk, "title: First", "title: First\nignore:\n  missing-key: I know"), "talks/a.yaml:5:3 error error-ignored"),
        ["a rule switched off without a reason"] = new(config => config.Replace(Talk, "title: First", "title: First\nignore:\n  no-campaign:"), "talks/a.yaml:5:3 error ignored-without-reason"),
        ["a digest that counts from a talk"] = new(config => config.Replace(Main, "kind: announcement", "kind: digest"), "bothost.yaml:17:13 error digest-time"),
        ["a reminder again and again"] = new(config => config.Replace(Main, "when: 7 days before at 10:00", "when: cron 0 10 * * MON"), "bothost.yaml:17:13 error digest-time"),
        ["a cron expression of six fields"] = new(config => config.Replace(Main, "when: 7 days before at 10:00", "when: cron 0 0 10 * * MON"), "bothost.yaml:17:13 error bad-when"),
        ["a cron expression that never comes"] = new(config => config.Replace(Main, "when: 7 days before at 10:00", "when: cron 0 10 31 2 *"), "bothost.yaml:17:13 error bad-when"),
        ["a template that there is not"] = new(config => config.Replace(Main, "kind: announcement", "kind: announcement\n      template: fancy"), "bothost.yaml:17:17 error bad-choice"),
        ["a lateness without a unit"] = new(config => config.Replace(Main, "kind: announcement", "kind: announcement\n      late: 6"), "bothost.yaml:17:13 error bad-duration"),
        ["quiet hours that never end"] = new(config => config.Replace(Main, "platform: discord", "platform: discord\n    quiet_hours: 22:00 to 22:00"), "bothost.yaml:12:18 error bad-time"),
        ["quiet hours without an end"] = new(config => config.Replace(Main, "platform: discord", "platform: discord\n    quiet_hours: {from: 22:00}"), "bothost.yaml:12:18 error missing-key"),
        ["posts in another way"] = new(config => config.Replace(Main, "platform: discord", "platform: discord\n    posts: both"), "bothost.yaml:12:12 error bad-choice"),
        ["a channel with another purpose"] = new(config => config.Replace(Main, "platform: discord", "platform: discord\n    purpose: fun"), "bothost.yaml:12:14 error bad-choice"),
        ["a series with a place without a name"] = new(config => config.Replace(Main, "name: Talks", "name: Talks\n    place: {address: Here}"), "bothost.yaml:8:12 error missing-key"),
        ["a series with a translation that is none"] = new(config => config.Replace(Main, "name: Talks", "name: Talks\n    translations: {ja: 話}"), "bothost.yaml:8:24 error wrong-kind"),

        // Zones, layouts, previews, account names.
        ["a bad zone beside the others"] = new(config => config.Replace(Main, "  zone: Europe/Berlin", "  zone: Europe/Berlin\n  zones: [Asia/Tokyo, Asia/Tapei]"), "bothost.yaml:4:23 error bad-zone"),
        ["a bad zone under a label"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    zones: [{ label: NYC, zone: NYC }]"), "bothost.yaml:13:33 error bad-zone"),
        ["a label without a zone"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    zones: [{ label: NYC }]"), "bothost.yaml:13:13 error missing-key"),
        ["a zone with a key that it cannot have"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    zones: [{ zone: Asia/Tokyo, name: T }]"), "bothost.yaml:13:33 error unknown-key"),
        ["one zone that is no list"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    zones: Asia/Tokyo"), "bothost.yaml:13:12 error wrong-kind"),
        ["the same zone twice"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    zones: [Asia/Tokyo, Asia/Tokyo]"), "bothost.yaml:13:25 warning zone-twice"),
        ["nine zones"] = new(
            config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    zones: [UTC, Asia/Tokyo, Asia/Taipei, Asia/Seoul, Asia/Manila, Asia/Dubai, Asia/Tehran, Asia/Dhaka, Asia/Kabul]"),
            "bothost.yaml:13:105 error bad-zone"),
        ["a layout that is no word"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    layout: Very Plain"), "bothost.yaml:13:13 error bad-id"),
        ["a preview of a page"] = new(config => config.Replace(Main, "address: \"1\"", "address: \"1\"\n    link_preview: https://a.example"), "bothost.yaml:13:19 error bad-choice"),
        ["an account name that is too short"] = new(config => config.Write(Person, "id: jo\nname: Jo\nhandles: { telegram: jo }\n"), "people/jo.yaml:3:22 error bad-handle"),
        ["an account name with a space"] = new(config => config.Write(Person, "id: jo\nname: Jo\nhandles: { discord: jo ex }\n"), "people/jo.yaml:3:21 error bad-handle"),
        ["an account name in capitals"] = new(config => config.Write(Person, "id: jo\nname: Jo\nhandles: { discord: JoExample }\n"), "people/jo.yaml:3:21 error bad-handle"),
        ["an account name with two signs"] = new(config => config.Write(Person, "id: jo\nname: Jo\nhandles:\n  telegram: \"@@jo_example\"\n"), "people/jo.yaml:4:13 error bad-handle"),
        ["an account on no platform"] = new(config => config.Write(Person, "id: jo\nname: Jo\nhandles: { telegramm: jo_example }\n"), "people/jo.yaml:3:12 error unknown-key"),
        ["an account name without a platform"] = new(config => config.Write(Person, "id: jo\nname: Jo\nhandles: jo_example\n"), "people/jo.yaml:3:10 error wrong-kind"),

        // Templates.
        ["a template in Latin-1"] = new(config => config.Write("templates/a.md", Encoding.Latin1.GetBytes("# Hi\nCaf\u00e9\n")), "templates/a.md:2:4 error not-utf8"),
        ["a template in UTF-16"] = new(config => config.Write("templates/ja/a.md", [0xFF, 0xFE, 0x69, 0x00]), "templates/ja/a.md:1:1 error not-utf8"),
        ["a template with a control character"] = new(config => config.Write("templates/a.md", "# Hi\r\nA\u0007\r\n"), "templates/a.md:2:2 error bad-text"),
        ["a template of more than 256 KB"] = new(config => config.Write("templates/a.md", new string('x', (256 * 1024) + 1)), "templates/a.md:1:1 error too-large"),
        ["an empty template"] = new(config => config.Write("templates/a.md", ""), "templates/a.md:1:1 error empty-file"),
        ["a folder that is called like a template"] = new(config => config.Write("templates/a.md/b.txt", ""), "templates/a.md:1:1 error not-a-file"),
        ["a file in place of the templates"] = new(config => config.Write("templates", ""), "templates:1:1 error not-a-folder"),
        ["templates that are a link to nowhere"] = new(config => Directory.CreateSymbolicLink(Path.Combine(config.Root, "templates"), "nowhere"), "templates:1:1 error not-a-folder"),
        ["another file among the templates"] = new(config => config.Write("templates/a.txt", "x"), "templates/a.txt:1:1 warning file-not-read"),
        ["templates in a folder that is no language"] = new(config => config.Write("templates/english/a.md", "x"), "templates/english:1:1 warning folder-not-read"),
        ["templates in the folder of a country"] = new(config => config.Write("templates/jp/a.md", "x"), "templates/jp:1:1 warning folder-not-read"),
        ["templates too deep"] = new(config => config.Write("templates/ja/old/a.md", "x"), "templates/ja/old:1:1 warning folder-not-read"),
        ["a template that is written twice"] = new(
            config =>
            {
                config.Write("templates/a.md", "x");
                config.Write("templates/EN/a.md", "y");
            },
            "templates/a.md:1:1 error id-twice"),

        // Several mistakes at once.
        ["three mistakes in three files"] = new(
            config =>
            {
                config.Replace(Main, "zone: Europe/Berlin", "zone: Berlin");
                config.Replace(Talk, "title: First", "title: First\nstatus: maybe");
                config.Write(Person, "id: jo\n");
            },
            "bothost.yaml:3:9 error bad-zone",
            "people/jo.yaml:1:1 error missing-key",
            "talks/a.yaml:4:9 error bad-status"),
        ["a broken bothost.yaml and a broken talk"] = new(
            config =>
            {
                config.Replace(Main, "community:", "community: [");
                config.Replace(Talk, "start: 2027-03-01 19:00", "start: soon");
            },
            "bothost.yaml:3:7 error yaml-syntax",
            "talks/a.yaml:4:8 error bad-time"),
    };

    public static TheoryData<string> Mistakes => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Every_mistake_is_told_once_and_at_its_place(string mistake)
    {
        using var config = new ConfigOnDisk();
        Rows[mistake].Break(config);

        var reading = config.Read();

        Assert.Equal(Rows[mistake].Expected, reading.Findings.Select(Short));
        Assert.Equal(Array.Exists(Rows[mistake].Expected, line => line.Contains(" error ", StringComparison.Ordinal)), reading.Catalogue is null);
        Assert.All(reading.Findings, finding => Assert.True(finding.Text.Length > 0 && finding.Remedy.Length > 0 && !finding.ToString().Contains('\n')));
    }

    [Theory]
    [InlineData("\\ud83d")]
    [InlineData("\\ud83d and more")]
    [InlineData("\\ude00")]
    [InlineData("\\ud83d\\u0041")]
    [InlineData("\\u12")]
    [InlineData("\\q")]
    [InlineData("\\U00110000")]
    public void An_escape_that_is_no_character_is_told_with_what_to_write_in_its_place(string written)
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "title: First", $"title: \"First {written}\"");

        var finding = Assert.Single(config.Read().Findings);

        Assert.Equal("talks/a.yaml 3 yaml-syntax", $"{finding.Where.File} {finding.Where.Line} {finding.Rule}");
        Assert.StartsWith("write the character itself; after a backslash", finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud83d\\ude00")]
    [InlineData("\\U0001F600")]
    public void An_escape_for_a_character_beyond_the_first_plane_is_read(string written)
    {
        using var config = new ConfigOnDisk();
        config.Replace("talks/a.yaml", "title: First", $"title: \"{written}\"");

        Assert.Equal("\U0001F600", config.Read().Catalogue!.Talks[new TalkId("first")].Title);
    }

    [Fact]
    public void The_small_config_that_the_table_breaks_is_whole()
    {
        using var config = new ConfigOnDisk();

        var reading = config.Read();

        Assert.Empty(reading.Findings);
        Assert.NotNull(reading.Catalogue);
        Assert.Equal(3, reading.FileCount);
    }

    private static string Short(Finding finding) =>
        $"{finding.Where} {finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}";

    internal sealed record Row(Action<ConfigOnDisk> Break, params string[] Expected);
}
