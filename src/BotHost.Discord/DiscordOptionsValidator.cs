using Microsoft.Extensions.Options;

namespace BotHost.Discord;

/// <summary>Says at start, without ever showing the token, which setting is wrong.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var problems = new List<string>();
        if (DiscordToken.Problem(options) is { } problem)
        {
            problems.Add(problem);
        }

        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            problems.Add($"Discord__ApiBaseUrl is '{options.ApiBaseUrl}', which is no http or https address; leave it out to use {DiscordOptions.DefaultApiBaseUrl}.");
        }
        else if (url.Scheme == "http" && !url.IsLoopback)
        {
            problems.Add($"Discord__ApiBaseUrl is '{options.ApiBaseUrl}', which would send the token unencrypted; use https, or a loopback address.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
