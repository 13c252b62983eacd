using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>Collects an interpolated sentence: its commands become names to tap, everything else that is filled in stays plain words.</summary>
[InterpolatedStringHandler]
internal readonly struct OwnWords
{
    private readonly ImmutableArray<Inline>.Builder _content;

    public OwnWords(int literalLength, int formattedCount)
    {
        _ = literalLength;
        _content = ImmutableArray.CreateBuilder<Inline>((formattedCount * 2) + 1);
    }

    public void AppendLiteral(string words) => _content.Add(new Inline.Text(words));

    public void AppendFormatted(CommandDefinition command) => _content.Add(new Inline.Text($"/{command.Name}") { IsCommand = true });

    public void AppendFormatted(string words) => _content.Add(new Inline.Text(words));

    public void AppendFormatted(int number) => _content.Add(new Inline.Text(number.ToString(CultureInfo.InvariantCulture)));

    public ImmutableArray<Inline> Build() => _content.ToImmutable();
}
