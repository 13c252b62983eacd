using System.Globalization;
using BotHost.TestKit.Wires;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace BotHost.Discord.Tests.Rig;

/// <summary>A channel's history as the platform pages it: the oldest after an id, newest first within a page.</summary>
internal sealed class StandingMessages
{
    private static readonly Instant Epoch = Instant.FromUtc(2015, 1, 1, 0, 0);

    private readonly SortedDictionary<ulong, string> _messages = [];

    /// <summary>Whether the bot may read it; else it is empty and no error.</summary>
    public bool Readable { get; set; } = true;

    /// <summary>What time the platform says it is.</summary>
    public string Date { get; init; } = "Fri, 01 Jan 2027 00:00:00 GMT";

    /// <summary>The id of the first message of a moment, or of a later one of it.</summary>
    public static string IdAt(Instant instant, int index = 0) =>
        (((ulong)(instant - Epoch).TotalMilliseconds << 22) + (ulong)index).ToString(CultureInfo.InvariantCulture);

    /// <summary>Puts a message there; the rest of its fields as in <c>"content":"x"</c>.</summary>
    public string Put(string id, string rest, string author = "901")
    {
        _messages[ulong.Parse(id, CultureInfo.InvariantCulture)] = $$"""{"id":"{{id}}","type":0,"author":{"id":"{{author}}"},{{rest}} }""";
        return id;
    }

    public Task AnswerAsync(HttpContext context, WireRequest request)
    {
        var after = ulong.Parse(context.Request.Query["after"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var limit = int.Parse(context.Request.Query["limit"].FirstOrDefault() ?? "50", CultureInfo.InvariantCulture);
        var page = Readable
            ? (after > 0 ? _messages.Where(entry => entry.Key > after).Take(limit).Reverse() : _messages.Reverse().Take(limit)).Select(entry => entry.Value)
            : [];
        context.Response.Headers.Date = Date;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($"[{string.Join(',', page)}]", context.RequestAborted);
    }
}
