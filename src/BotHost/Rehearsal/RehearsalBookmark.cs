using NodaTime;
using NodaTime.Text;

namespace BotHost.Rehearsal;

/// <summary>Where the rehearsal's clock stopped, so that <c>--keep</c> goes on from there.</summary>
internal sealed class RehearsalBookmark(string dataDirectory)
{
    private readonly string _file = Path.Combine(dataDirectory, "clock");

    public Instant? Read() =>
        File.Exists(_file) && InstantPattern.ExtendedIso.Parse(File.ReadAllText(_file).Trim()) is { Success: true } parsed ? parsed.Value : null;

    public void Write(Instant instant) => File.WriteAllText(_file, InstantPattern.ExtendedIso.Format(instant));
}
