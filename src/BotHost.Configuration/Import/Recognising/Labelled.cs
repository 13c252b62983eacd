using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>A line with a label that is known.</summary>
/// <param name="Kind">What the label says.</param>
/// <param name="Label">As written, without decoration; empty where a picture is the label.</param>
/// <param name="Extra">What the label says beyond its kind, such as words in brackets.</param>
/// <param name="Value">The rest; empty where it stands in the lines below.</param>
internal sealed record Labelled(LabelKind Kind, Piece Label, Piece Extra, Piece Value)
{
    /// <summary>The label in all of its languages: <c>日時 / Date</c>.</summary>
    public string AllLabels { get; init; } = Label.Raw;
}
