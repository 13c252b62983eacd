using BotHost.Configuration.Import.Texts;
using NodaTime;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Reads an announcement. Pure: the same text, series and day give the same talk.</summary>
internal static class AnnouncementReader
{
    /// <param name="text">As pasted.</param>
    /// <param name="knownSeries">The names of the config's series.</param>
    /// <param name="today">For dates without a year.</param>
    public static ImportedTalk Read(AnnouncementText text, IReadOnlyList<string> knownSeries, LocalDate today)
    {
        var (head, taken) = HeadRecogniser.Read(text, knownSeries);
        var draft = new Draft(head);
        var body = new BodyReader(draft);
        for (var index = 0; index < text.Lines.Length; index++)
        {
            if (!taken.Contains(index))
            {
                body.Take(text.Lines[index]);
            }
        }

        body.End();
        return draft.Finish(today);
    }
}
