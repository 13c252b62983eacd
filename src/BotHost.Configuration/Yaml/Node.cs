using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Yaml;

/// <summary>One value of a YAML file and where it stands. Scalars are text: no value is ever guessed to be a number, a date or a boolean.</summary>
internal abstract record Node(SourceSpan Where)
{
    /// <summary>How an error names this kind of value.</summary>
    public abstract string Kind { get; }

    /// <summary>A key with nothing after it counts as a key that is not given.</summary>
    public virtual bool IsBlank => false;

    public sealed record Scalar(SourceSpan Where, string Text) : Node(Where)
    {
        public override string Kind => "text";

        /// <summary>Finds the place of a character, where the text stands in a file.</summary>
        public Func<int, SourceSpan>? Places { get; init; }

        public SourceText Written => new(Text, Places ?? (_ => Where));

        public override bool IsBlank => string.IsNullOrWhiteSpace(Text);
    }

    public sealed record Sequence(SourceSpan Where, ImmutableArray<Node> Items) : Node(Where)
    {
        public override string Kind => "a list";
    }

    public sealed record Mapping(SourceSpan Where, ImmutableArray<Pair> Pairs) : Node(Where)
    {
        public override string Kind => "keys with values";
    }

    /// <summary>Something that was reported already; nobody complains about it a second time.</summary>
    public sealed record Refused(SourceSpan Where) : Node(Where)
    {
        public override string Kind => "refused";
    }

    /// <param name="Key">The key as written.</param>
    /// <param name="KeyWhere">Where the key stands.</param>
    /// <param name="Value">Its value.</param>
    public sealed record Pair(string Key, SourceSpan KeyWhere, Node Value)
    {
        /// <summary>The key as the reader knows it: a space is as good as an underscore.</summary>
        public string Name => Key.Replace(' ', '_');
    }
}
