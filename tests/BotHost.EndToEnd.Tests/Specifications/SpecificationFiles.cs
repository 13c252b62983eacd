using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>The platforms' own machine-readable descriptions. They lie beside the checkout and are no part of it.</summary>
internal static class SpecificationFiles
{
    private const string Missing = "shared/specs is not beside this checkout, so nothing was compared with the platforms' own descriptions.";

    private static readonly Lazy<DiscordSpecification?> LoadedDiscord = new(() => Load("discord-openapi.json", file => new DiscordSpecification(file)));

    private static readonly Lazy<TelegramSpecification?> LoadedTelegram = new(() => Load("telegram-bot-api.json", file => new TelegramSpecification(file)));

    /// <summary>Discord's HTTP interface. Where its file is missing the test ends as skipped; on a build server that is a failure.</summary>
    public static DiscordSpecification Discord => LoadedDiscord.Value ?? throw End();

    /// <summary>Telegram's Bot API; likewise.</summary>
    public static TelegramSpecification Telegram => LoadedTelegram.Value ?? throw End();

    private static T? Load<T>(string name, Func<JsonNode, T> read)
        where T : class =>
        Find(name) is { } path ? read(JsonNode.Parse(File.ReadAllText(path)) ?? throw new JsonException($"{path} is empty.")) : null;

    private static string? Find(string name)
    {
        for (var directory = Directory.GetParent(Repository.Root); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "shared", "specs", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    private static InvalidOperationException End()
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Missing);
        Assert.Skip(Missing);
        return new InvalidOperationException(Missing);
    }
}
