using System.Text;

namespace BotHost.Telegram.Rendering;

/// <summary>Keeps marks that set off a writing direction in pairs, so that none of them turns around what people read after it.</summary>
internal sealed class IsolateBalance
{
    private const char First = '\u2066';

    private const char Last = '\u2069';

    private const char Pop = Last;

    private int _open;
    private int _outside;

    /// <summary>The text without the marks that would end what was begun outside.</summary>
    public ReadOnlySpan<char> Kept(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyInRange(First, Last) < 0)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character == Pop && _open == _outside)
            {
                continue;
            }

            _open += character switch
            {
                Pop => -1,
                >= First and < Last => 1,
                _ => 0,
            };
            kept.Append(character);
        }

        return kept.ToString();
    }

    /// <summary>From here on nothing ends what is open now.</summary>
    /// <returns>For <see cref="Leave"/>.</returns>
    public int Enter()
    {
        var outer = _outside;
        _outside = _open;
        return outer;
    }

    /// <summary>The marks that end what was begun since <see cref="Enter"/> and not ended.</summary>
    public string Leave(int outer)
    {
        var missing = new string(Pop, _open - _outside);
        _open = _outside;
        _outside = outer;
        return missing;
    }
}
