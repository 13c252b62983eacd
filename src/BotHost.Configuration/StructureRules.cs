using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration;

/// <summary>The rules of this room: what keeps a config from being read, and what a reader notices on the way.</summary>
public static class StructureRules
{
    public static ImmutableArray<LintRule> All { get; } =
    [
        .. Errors(
            ("no-config", "There is no bothost.yaml."),
            ("unreadable", "A file or folder cannot be read."),
            ("not-a-file", "A folder stands where a file is meant."),
            ("not-a-folder", "A file stands where a folder is meant."),
            ("too-large", "A file is larger than a config file can be."),
            ("not-utf8", "A file is not UTF-8."),
            ("link-outside", "A link leads out of the config folder."),
            ("too-many-files", "The folder holds more files than a config can have."),
            ("too-large-together", "The files are larger together than a config can be."),
            ("empty-file", "A file holds nothing but space and comments."),
            ("several-documents", "A file holds more than one YAML document."),
            ("yaml-syntax", "A file is not YAML."),
            ("yaml-tab", "A line is indented with a tab."),
            ("yaml-anchor", "A YAML anchor is used."),
            ("yaml-alias", "A YAML alias is used."),
            ("yaml-merge", "A YAML merge key is used."),
            ("yaml-tag", "A YAML tag is used."),
            ("too-deep", "Values are nested too deep."),
            ("too-many-values", "A file holds too many values."),
            ("unknown-key", "A key is not known there."),
            ("duplicate-key", "A key is given twice."),
            ("missing-key", "A key that must be there is not, such as a talk's start or the community's zone."),
            ("wrong-kind", "A value is a text, a list or keys where another of the three is meant."),
            ("bad-text", "A text holds what it cannot, such as a line break in a title."),
            ("bad-id", "An id is not in lower-case letters, digits and hyphens."),
            ("bad-zone", "A time zone is not one of the tz database, or there are more of them than anybody reads."),
            ("bad-url", "A web address is none, holds a login, or names a host that no browser can find."),
            ("bad-duration", "A length of time is none, or is too long."),
            ("bad-time", "A date or time is none."),
            ("bad-when", "A step's time is none."),
            ("bad-choice", "A word is not one of those that can stand there."),
            ("bad-language", "A language tag is none."),
            ("bad-hashtag", "A hashtag is none."),
            ("bad-status", "A status is none."),
            ("bad-link", "A link has no address, or several."),
            ("bad-picture", "A picture is neither a file of the config folder nor a web address."),
            ("bad-handle", "An account name is none of its platform."),
            ("id-twice", "An id is used twice."),
            ("person-twice", "A person is named twice for the same role."),
            ("address-twice", "Two channels lead to the same place."),
            ("missing-series", "A series is named that is not there."),
            ("missing-campaign", "A campaign is named that is not there."),
            ("missing-person", "A person is named that is not there."),
            ("announced-too-late", "A talk would be announced after its start."),
            ("end-before-start", "A talk ends before it starts."),
            ("length-and-end", "A talk has a length and an end."),
            ("digest-time", "A digest counts from a talk, or another step comes again and again."),
            ("own-language", "A talk is translated into its own language."),
            ("unknown-rule", "A rule is switched off that is not there."),
            ("error-ignored", "An error is switched off."),
            ("ignored-without-reason", "A rule is switched off without a reason.")),
        .. CatalogueChange.Rules,
        .. Warnings(
            ("words-in-comment", "A # takes the rest of an unquoted text away."),
            ("folder-not-read", "YAML files or templates stand in a folder that is not read."),
            ("file-not-read", "A file stands among the templates that is none."),
            ("tba-without-reason", "The start is to be announced, and nothing says why."),
            ("skipped-hour", "The start is in an hour that clocks skip."),
            ("doubled-hour", "The start is in an hour that clocks repeat."),
            ("end-without-start", "A talk has an end and no time at which it starts."),
            ("no-campaign", "A talk has no campaign: nothing goes out by itself."),
            ("no-channel-takes-it", "No channel takes a talk."),
            ("no-channels", "There are no channels (a note where the list is there and empty)."),
            ("no-moderators", "There are no moderators (a note where the keys are there and name nobody)."),
            ("missing-picture", "A picture is not in the config folder."),
            ("large-picture", "A picture is too large for a post."),
            ("not-a-picture", "A picture is none, or is broken."),
            ("picture-extension", "A picture is of another format than its name says."),
            ("zone-twice", "A zone is named twice for the same posts."),
            ("unsafe-link", "A link in a text leads to no web page and no mailbox, and is left out.")),
        .. Notes(
            ("start-tba", "The start is to be announced, for a reason that is given."),
            ("overridden", "A moderator's change in the ledger counts instead of what the file says."),
            ("override-ended", "The file has changed since a moderator's change, and wins."),
            ("reveal-waits", "A link stays hidden until the start has a time.")),
    ];

    private static IEnumerable<LintRule> Errors(params (string Name, string Summary)[] rules) => Of(Severity.Error, rules);

    private static IEnumerable<LintRule> Warnings(params (string Name, string Summary)[] rules) => Of(Severity.Warning, rules);

    private static IEnumerable<LintRule> Notes(params (string Name, string Summary)[] rules) => Of(Severity.Note, rules);

    private static IEnumerable<LintRule> Of(Severity severity, (string Name, string Summary)[] rules) =>
        rules.Select(rule => new LintRule(rule.Name, severity, rule.Summary));
}
