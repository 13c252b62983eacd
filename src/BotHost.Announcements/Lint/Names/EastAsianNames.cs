using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BotHost.Announcements.Lint.Names;

/// <summary>What stands around names in Chinese and Japanese, and is no part of them.</summary>
internal static class EastAsianNames
{
    private const string NeverInNames = "氏様先老教君女家的和与與及是在了先生監督館社会長姐哥弟妹";

    private static readonly ImmutableArray<string> Behind =
    [
        "氏", "さん", "さま", "様", "先生", "老师", "老師", "教授", "女士", "は", "が", "の", "と", "を", "に", "も", "へ", "で", "や",
        "的", "和", "与", "與", "是", "将", "將", "、",
    ];

    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.Ordinal,
        "監督", "教授", "准教授", "先生", "社長", "会長", "編集長", "館長", "部長", "店長", "記者", "博士", "老师", "老師", "女士", "選手", "助教", "講師", "夫妻", "家", "さん", "さま");

    public static bool IsBehindNames(ReadOnlySpan<char> text)
    {
        foreach (var word in Behind)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    public static bool MayStandInNames(char letter) => !NeverInNames.Contains(letter, StringComparison.Ordinal);

    public static bool IsRole(string word) => Roles.Contains(word);
}
