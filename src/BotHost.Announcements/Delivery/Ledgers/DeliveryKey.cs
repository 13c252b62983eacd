using System.Security.Cryptography;
using System.Text;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>The identity of a delivery. Renaming a file, a title, a channel or a series does not change it.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The talk's, series' or person's id.</param>
/// <param name="Step">The step's id.</param>
/// <param name="Occasion">The start as local time and zone for relative steps, a sequence for notices, else empty.</param>
/// <param name="Target">The target's address, as <c>platform:id</c>, with <c>#language</c> behind it for a post in a language that does not lead there.</param>
public sealed record DeliveryKey(DeliveryKind Kind, string Subject, string Step, string Occasion, string Target)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>
    /// The key under which a platform may discard a repeat: 25 letters and digits, the same for the same
    /// delivery, generation and part.
    /// </summary>
    public string RepeatKey(int generation, int part)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{this}|{generation}|{part}"));
        return string.Create(25, hash, static (characters, bytes) =>
        {
            for (var index = 0; index < characters.Length; index++)
            {
                characters[index] = Base32[bytes[index] & 31];
            }
        });
    }

    /// <summary>Where it goes, without the language.</summary>
    public ChannelAddress Address
    {
        get
        {
            var address = Target.Split('#', 2)[0];
            var platform = address[..address.IndexOf(':', StringComparison.Ordinal)];
            var place = address[(platform.Length + 1)..].Split('/', 2);
            return new ChannelAddress(new PlatformId(platform), place[0], place.ElementAtOrDefault(1));
        }
    }

    public override string ToString() => $"{Kind}|{Subject}|{Step}|{Occasion}|{Target}".ToLowerInvariant();
}
