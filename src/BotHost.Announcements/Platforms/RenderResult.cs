using System.Collections.Immutable;

namespace BotHost.Announcements.Platforms;

/// <summary>What a renderer made of a post.</summary>
public abstract record RenderResult
{
    private RenderResult()
    {
    }

    /// <summary>Why nothing of it can be sent, in words; null where it can.</summary>
    public string? Refusal => this switch
    {
        Fits { Payloads.IsDefaultOrEmpty: true } => "it has no visible words",
        TooLong misfit => $"{misfit.Limit} is {misfit.Actual}, {misfit.Allowed} are allowed",
        _ => null,
    };

    /// <summary>It fits: one payload for each message, in order. The payload is exactly what will be sent and recorded.</summary>
    public sealed record Fits(ImmutableArray<string> Payloads) : RenderResult
    {
        /// <summary>Which of the messages opens the text, counted from 0: the one to pin.</summary>
        public int Opening { get; init; }
    }

    /// <summary>A limit of the platform is exceeded.</summary>
    /// <param name="Limit">Which, in the platform's words, for example <c>embed description</c>.</param>
    /// <param name="Actual">The measure.</param>
    /// <param name="Allowed">The limit, in the same unit.</param>
    public sealed record TooLong(string Limit, int Actual, int Allowed) : RenderResult;
}
