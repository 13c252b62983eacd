using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import.Texts;

/// <summary>Finds the lines that a pasted e-mail brings along: who wrote it, to whom, and when. Its date is not the talk's.</summary>
internal static partial class MailHeader
{
    /// <summary>How many lines from the top are the e-mail's; 0 where the text does not start as one.</summary>
    /// <remarks>A subject and a date alone are those of a talk: somebody must have written, or have been written to.</remarks>
    public static int LinesOf(IReadOnlyList<string> lines)
    {
        var (end, isFromSomebody, hasSubject, hasAddress) = (0, false, false, false);
        for (var index = 0; index < lines.Count; index++)
        {
            if (Field().Match(lines[index]) is { Success: true } field)
            {
                isFromSomebody |= field.Groups["who"].Success && !char.IsAsciiDigit(field.Groups["value"].Value.FirstOrDefault());
                hasSubject |= field.Groups["what"].Success;
                hasAddress |= field.Groups["who"].Success && field.Value.Contains('@', StringComparison.Ordinal);
            }
            else if (!(end > 0 && lines[index] is [' ' or '\t', ..] && !string.IsNullOrWhiteSpace(lines[index])) && !(end == 0 && (string.IsNullOrWhiteSpace(lines[index]) || Forwarded().IsMatch(lines[index]))))
            {
                break;
            }
            else if (end == 0)
            {
                continue;
            }

            end = index + 1;
        }

        return hasAddress || (isFromSomebody && hasSubject) ? end : 0;
    }

    public static string? SubjectOf(IEnumerable<string> header) =>
        header.Select(line => Field().Match(line)).FirstOrDefault(field => field.Groups["what"].Success) is { } field
            && Answer().Replace(field.Groups["value"].Value, "").Trim() is { Length: > 0 } subject ? subject : null;

    [GeneratedRegex(@"^[>*_\s]{0,4}((?<who>From|To|Cc|Bcc|Sender|Reply-To|Von|An|De|À|差出人|宛先|发件人|收件人|寄件者|收件者)|(?<what>Subject|Betreff|Objet|件名|主题|主旨)|Date|Sent|Message-ID|Datum|Gesendet|Envoyé|送信日時|日付|发送时间|X-[A-Za-z-]{1,40}|MIME-Version|Content-[A-Za-z-]{1,40}|Return-Path|Received|List-[A-Za-z-]{1,40}|Importance|Attachments?)[*_]{0,2}\s*[:：][*_]{0,2}\s*(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Field();

    [GeneratedRegex(@"^\s*(-{2,}.*(message|nachricht|メッセージ|邮件).*-{2,}|begin forwarded message:)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Forwarded();

    [GeneratedRegex(@"^((re|aw|fwd?|wg|tr|回复|转发)\s*[:：]\s*|\[[^\]]{1,40}\]\s*)+", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Answer();
}
