namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>One message that must stand on a platform exactly once, or be accounted for.</summary>
/// <param name="Due">In UTC.</param>
/// <param name="Talk">The talk's id.</param>
/// <param name="Step">announce, day-before or starting.</param>
/// <param name="Part">Which message of the post, from 1.</param>
/// <param name="Channel">Where.</param>
internal sealed record PlayedMessage(string Due, string Talk, string Step, int Part, PlayedChannel Channel)
{
    /// <summary>The post, as <c>plan</c> and the table both name it.</summary>
    public string Post => $"{Talk} {Step} {Channel.Platform}:{Channel.Address}";

    public string Name => $"{Talk} {Step} part {Part} {Channel.Platform}:{Channel.Address}";
}
