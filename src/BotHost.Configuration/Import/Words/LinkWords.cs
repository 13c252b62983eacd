using System.Collections.Immutable;
using BotHost.Configuration.Import.Recognising;

namespace BotHost.Configuration.Import.Words;

/// <summary>What a link leads to, by the words of its label, else by its host.</summary>
internal static class LinkWords
{
    /// <summary>In order: the first row with a word in the label counts.</summary>
    private static readonly ImmutableArray<(string Kind, string[] Words)> Labels =
    [
        ("recording", ["recording", "aufzeichnung", "録画", "アーカイブ", "录像", "錄影", "录播", "回放"]),
        ("slides", ["slides", "folien", "スライド", "幻灯片", "簡報", "投影片"]),
        ("registration", ["regist", "sign up", "sign-up", "signup", "rsvp", "ticket", "booking", "book a ", "book your", "book now", "reserve", "reservation", "anmeld", "inscri", "réserv", "予約", "申込", "申し込", "参加登録", "報名", "报名", "预约", "預約", "购票", "購票"]),
        (ImportedLink.Online, ["stream", "zoom", "join online", "join us online", "watch", "webinar", "google meet", "video call", "meeting link", "call link", "ms teams", "microsoft teams", "配信", "直播", "腾讯会议", "会议链接", "會議連結", "オンライン", "线上", "線上", "online"]),
        (ImportedLink.Map, ["map", "karte", "地図", "地图", "地圖"]),
        ("book", ["book", "buch", "書籍", "著書", "新刊", "书籍", "新书", "新書"]),
        ("paper", ["paper", "article", "aufsatz", "論文", "论文"]),
        ("website", ["website", "web site", "homepage", "web page", "webseite", "公式サイト", "官网", "官網"]),
    ];

    private static readonly ImmutableArray<(string Kind, string[] Hosts)> Hosts =
    [
        ("registration", ["eventbrite.", "peatix.", "lu.ma", "luma.com", "connpass.", "doorkeeper.", "meetup.", "kktix.", "accupass.", "huodongxing.", "signup.", "register.", "registration.", "tickets.", "ticket.", "pretix.", "yoyaku.", "booking."]),
        (ImportedLink.Online, ["zoom.us", "meet.google.", "teams.microsoft.", "teams.live.", "webex.", "whereby.", "twitch.", "stream.", "live.", "meeting.tencent."]),
        (ImportedLink.Map, ["maps.google.", "maps.app.goo.", "openstreetmap.", "maps.apple.", "goo.gl/maps", "google.com/maps", "google.co.jp/maps"]),
        ("slides", ["speakerdeck.", "slideshare.", "slides."]),
        ("book", ["amazon.", "bookshop.", "book.", "goodreads."]),
        ("paper", ["arxiv.", "doi.org"]),
    ];

    /// <param name="label">As written; empty where there is none.</param>
    /// <param name="labelled">What the label's table says of it.</param>
    /// <param name="url">The address.</param>
    public static string KindOf(string label, LabelKind? labelled, string url)
    {
        switch (labelled)
        {
            case LabelKind.Registration:
                return "registration";
            case LabelKind.Online:
                return ImportedLink.Online;
            case LabelKind.Map:
                return ImportedLink.Map;
        }

        var lower = label.ToLowerInvariant();
        if (Labels.FirstOrDefault(row => row.Words.Any(word => lower.Contains(word, StringComparison.Ordinal))).Kind is { } kind)
        {
            return kind;
        }

        // A label with words of its own says more than the host.
        var isGeneric = label.Length == 0 || labelled is LabelKind.Link;
        var address = url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..].ToLowerInvariant();
        return isGeneric ? HostKind(address) : "link";
    }

    private static string HostKind(string address) =>
        Hosts.FirstOrDefault(row => row.Hosts.Any(host => IsHost(address, host))).Kind ?? "link";

    private static bool IsHost(string address, string host) =>
        address.StartsWith(host, StringComparison.Ordinal) || address.Split('/')[0].Contains("." + host, StringComparison.Ordinal)
        || (host.Contains('/', StringComparison.Ordinal) && address.Contains(host, StringComparison.Ordinal));
}
