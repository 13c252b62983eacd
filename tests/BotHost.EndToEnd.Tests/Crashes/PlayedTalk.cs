namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>One row of the table: a talk of the campaign and when its three posts are due, all of it written by hand.</summary>
/// <param name="Id">The talk.</param>
/// <param name="Series">Whose channels it goes to; <see cref="FortyChannels.Everywhere"/>: to all.</param>
/// <param name="Number">As announced.</param>
/// <param name="Title">No title is part of another, so that a message is known by it.</param>
/// <param name="Start">On Tokyo's clock.</param>
/// <param name="Announced">In UTC: three days before at 10:00 in Tokyo.</param>
/// <param name="Reminded">In UTC: one day before at 12:00 in Tokyo.</param>
/// <param name="Started">In UTC.</param>
internal sealed record PlayedTalk(string Id, string Series, string Number, string Title, string Start, string Announced, string Reminded, string Started);
