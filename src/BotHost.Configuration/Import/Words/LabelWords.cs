using System.Collections.Frozen;
using System.Text;

namespace BotHost.Configuration.Import.Words;

/// <summary>The labels of announcements in several languages, as data.</summary>
internal static class LabelWords
{
    private static readonly FrozenDictionary<string, LabelKind> Kinds = Table(
        (LabelKind.When,
            "when|date|dates|time|date and time|date & time|date/time|day|day and time|time and date|start|starts|start time|starting time|begins|"
            + "wann|datum|zeit|uhrzeit|termin|beginn|datum und zeit|datum und uhrzeit|quand|date et heure|heure|horaire|fecha|hora|cuándo|fecha y hora|"
            + "日時|日程|日付|開催日|開催日時|時間|開始|開始時間|開始時刻|開演|とき|いつ|"
            + "时间|日期|日期时间|日期時間|日期和时间|日期与时间|活动时间|活動時間|活动日期|活動日期|讲座时间|講座時間|開始時間|开始时间|時間日期|直播时间|開講時間"),
        (LabelKind.End, "end|ends|end time|ends at|finish|finishes|ende|endet|fin|終了|終了時間|終了時刻|终了|结束|結束|结束时间|結束時間"),
        (LabelKind.Place,
            "where|venue|location|place|ort|wo|veranstaltungsort|raum|lieu|où|lugar|dónde|"
            + "場所|会場|開催場所|開催地|ところ|どこ|地點|地点|會場|会场|場地|场地|活动地点|活動地點|讲座地点|講座地點|活动场地"),
        (LabelKind.Address, "address|street address|adresse|anschrift|dirección|住所|所在地|地址"),
        (LabelKind.Map, "map|google map|google maps|karte|地図|地图|地圖|マップ"),
        (LabelKind.Online,
            "stream|livestream|live stream|live|streaming|zoom|zoom link|zoom meeting|online|online link|online stream|join|join us|join online|join here|join link|join via zoom|"
            + "watch|watch live|watch online|watch here|youtube|youtube live|webinar|webinar link|meeting link|video call|teams|google meet|link zum stream|"
            + "配信|ライブ配信|オンライン|オンライン配信|オンライン参加|配信url|視聴|視聴url|参加url|参加リンク|"
            + "直播|线上|線上|线上参与|線上參與|直播链接|直播連結|会议链接|會議連結|腾讯会议|zoom链接|zoom連結|zoom会议|線上連結|线上链接|观看链接"),
        (LabelKind.Registration,
            "register|registration|register here|registration link|sign up|signup|sign-up|sign up here|rsvp|rsvp here|tickets|ticket|get tickets|booking|bookings|reserve|reservation|reservations|"
            + "anmeldung|anmelden|tickets und anmeldung|karten|inscription|inscriptions|réservation|inscripción|inscripciones|"
            + "予約|ご予約|要予約|申込|申込み|申し込み|お申込み|お申し込み|お申込|参加申込|参加登録|申込先|予約先|申込フォーム|予約フォーム|申込url|チケット|"
            + "報名|报名|報名連結|报名链接|報名方式|报名方式|報名網址|预约|預約|登记|登記|購票|购票|票务|报名通道|報名表單|活動報名|活动报名"),
        (LabelKind.Link, "link|url|website|web|web site|homepage|more|more information|more info|info|infos|further information|details|リンク|詳細|公式サイト|サイト|ウェブサイト|链接|連結|鏈接|网址|網址|詳情|详情|更多信息"),
        (LabelKind.Links, "links|links and reading|further reading|references|リンク集|関連リンク|参考リンク|相关链接|相關連結"),
        (LabelKind.People,
            "with|featuring|people|participants|about the speaker|about the speakers|about the guest|about the guests|the speaker|the speakers|the guests|our speakers|our guests|speaker bio|speaker bios|bio|bios|biographies|"
            + "speakers' bios|line-up|lineup|mit|mitwirkende|über die vortragenden|zur person|zu den personen|"
            + "出演|出演者|プロフィール|登壇者プロフィール|ゲストプロフィール|講師プロフィール|講師紹介|登壇者紹介|ゲスト紹介|出演者プロフィール|"
            + "講者簡介|讲者简介|主讲人简介|主講人簡介|嘉宾介绍|嘉賓介紹|嘉宾简介|嘉賓簡介|讲者介绍|講者介紹|主讲人介绍"),
        (LabelKind.Series, "series|part of|event series|reihe|serie|シリーズ|系列|系列活動|系列活动"),
        (LabelKind.Number, "number|no|episode|第|回|期数|期數"),
        (LabelKind.Title,
            "title|topic|subject|theme|talk|lecture|event|titel|thema|titre|título|題|題目|題名|演題|テーマ|タイトル|イベント名|主題|主题|题目|講題|讲题|讲座题目|講座題目|讲座主题|活动主题|活動主題|活动名称|活動名稱"),
        (LabelKind.Subtitle, "subtitle|untertitel|sous-titre|副題|サブタイトル|副标题|副標題"),
        (LabelKind.Summary,
            "summary|abstract|about|about the talk|about the event|about this talk|about this event|description|details of the talk|zum inhalt|inhalt|beschreibung|zum vortrag|résumé|resumen|"
            + "概要|内容|イベント概要|講演概要|要旨|紹介|簡介|简介|內容|內容簡介|内容简介|活动简介|活動簡介|活动介绍|活動介紹|讲座简介|講座簡介|内容介绍|讲座内容|摘要"),
        (LabelKind.Zone, "time zone|timezone|zeitzone|タイムゾーン|时区|時區"),
        (LabelKind.Language, "language|languages|sprache|langue|idioma|言語|使用言語|語言|语言|活动语言|活動語言"));

    private static readonly FrozenDictionary<string, LabelKind> Pictures = Table(
        (LabelKind.When, "📅|📆|🗓|⏰|⌚|⏱|⌛|⏳|🕰|🕐|🕑|🕒|🕓|🕔|🕕|🕖|🕗|🕘|🕙|🕚|🕛|🕜|🕝|🕞|🕟|🕠|🕡|🕢|🕣|🕤|🕥|🕦|🕧"),
        (LabelKind.Place, "📍|📌|🗺|🏠|🏛|🏢|🏫|🏡|🚩"),
        (LabelKind.Person, "🎤|🎙|👤|🗣|👥|🧑|👩|👨"),
        (LabelKind.Registration, "🎟|🎫|📝|✍|🖊|✏"),
        (LabelKind.Online, "💻|📺|🎥|🖥|📡|📹|🔴"),
        (LabelKind.Link, "🔗|🌐|👉|➡|📖|📚|📕|📗|📘"));

    public static LabelKind? KindOf(string label)
    {
        var key = label.Trim().ToLowerInvariant().TrimEnd('?', '!').TrimEnd();
        return Kinds.TryGetValue(key, out var kind) ? kind : RoleWords.IsPlural(key) ? LabelKind.People : RoleWords.IsRole(key) ? LabelKind.Person : null;
    }

    public static LabelKind? KindOf(Rune picture) => Pictures.TryGetValue(picture.ToString(), out var kind) ? kind : null;

    private static FrozenDictionary<string, LabelKind> Table(params ReadOnlySpan<(LabelKind Kind, string Words)> rows)
    {
        var table = new Dictionary<string, LabelKind>(StringComparer.Ordinal);
        foreach (var (kind, words) in rows)
        {
            foreach (var word in words.Split('|'))
            {
                table.TryAdd(word, kind);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
