namespace BotHost.Announcements.Delivery.Ledgers;

/// <summary>Small durable notes of a platform room: a poll offset, the hash of the registered commands.</summary>
public interface INotebook
{
    Task<string?> ReadAsync(string room, string key, CancellationToken cancellationToken);

    Task WriteAsync(string room, string key, string value, CancellationToken cancellationToken);
}
