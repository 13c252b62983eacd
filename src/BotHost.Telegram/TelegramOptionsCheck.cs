using Microsoft.Extensions.Options;

namespace BotHost.Telegram;

/// <summary>Says at once everything that is wrong with the settings, without ever repeating a token.</summary>
internal sealed class TelegramOptionsCheck : IValidateOptions<TelegramOptions>
{
    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        List<string> problems = [];
        var hasToken = !string.IsNullOrWhiteSpace(options.Token);
        var hasFile = !string.IsNullOrWhiteSpace(options.TokenFile);
        if (hasToken && hasFile)
        {
            problems.Add("Telegram__Token and Telegram__TokenFile are both set: keep exactly one of them.");
        }
        else if (hasFile && FileProblem(options.TokenFile!) is { } problem)
        {
            problems.Add(problem);
        }

        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.Query.Length > 0
            || url.Fragment.Length > 0
            || url.UserInfo.Length > 0)
        {
            problems.Add($"Telegram__ApiBaseUrl must be an http or https address without query, for example {TelegramOptions.DefaultApiBaseUrl}.");
        }
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && (hasToken || hasFile))
        {
            problems.Add("Telegram__ApiBaseUrl would send the token unencrypted to another machine: use https, or a loopback address.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static string? FileProblem(string path)
    {
        try
        {
            return string.IsNullOrWhiteSpace(File.ReadAllText(path))
                ? $"Telegram__TokenFile names '{path}', which is empty; write the bot's token into it."
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"Telegram__TokenFile names '{path}', which cannot be read: {Why(error)}; check the path and its rights.";
        }
    }

    private static string Why(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "this user may not read it",
        _ => error.GetType().Name,
    };
}
