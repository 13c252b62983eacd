namespace BotHost.Posts.Templates;

/// <summary>The blocks that are open at a place of a template, and what is known inside them.</summary>
/// <param name="outside">What is known outside of all blocks.</param>
/// <param name="lineOf">The line of a place.</param>
/// <param name="found">Told of a mistake: its place, what it is, and how to mend it.</param>
internal sealed class OpenBlocks(TemplateScope outside, Func<int, int> lineOf, Action<int, string, string> found)
{
    /// <summary>How deep blocks may stand in each other; the engine would follow them until its stack ends.</summary>
    public const int MaxDepth = 20;

    private readonly Stack<OpenBlock> _open = new();

    public TemplateScope Scope => _open.TryPeek(out var block) ? block.Scope : outside;

    public bool IsAny => _open.Count > 0;

    /// <summary>Whether names speak of a list's items here.</summary>
    public bool IsInEach => _open.Any(block => block is { Word: "each", HasElse: false });

    public void Open(int at, string word, string name)
    {
        var scope = Scope;
        if (word == "each")
        {
            if (scope.Knows(name) && scope.ItemOf(name) is null)
            {
                found(at, $"'{name}' is not a list", "use {{#if}} for single values");
            }

            scope = scope.ItemOf(name) ?? scope;
        }

        _open.Push(new OpenBlock(word, at, scope));
        if (_open.Count == MaxDepth + 1)
        {
            found(at, $"blocks stand in each other more than {MaxDepth} deep", "close some of them before this one");
        }
    }

    public void Else(int at)
    {
        var block = _open.Pop();
        if (block.HasElse)
        {
            found(at, $"a second {{{{else}}}} for the block of line {lineOf(block.At)}", "keep one of them");
        }

        // What follows tells of an empty list, and has none of its items.
        _open.Push(block with { HasElse = true, Scope = Scope });
    }

    public void Close(int at, string word)
    {
        if (_open.TryPeek(out var block) && block.Word == word)
        {
            _open.Pop();
            return;
        }

        var expected = block is null ? "nothing is open here: remove it" : $"write {{{{/{block.Word}}}}} first, for the block of line {lineOf(block.At)}";
        found(at, $"{{{{/{word}}}}} closes nothing", expected);
    }

    /// <summary>No block goes on behind this place.</summary>
    public void End(string words)
    {
        foreach (var block in _open)
        {
            found(block.At, $"{{{{#{block.Word}}}}} {words}", $"write {{{{/{block.Word}}}}} where it ends");
        }

        _open.Clear();
    }

    private sealed record OpenBlock(string Word, int At, TemplateScope Scope, bool HasElse = false);
}
