using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram;

/// <summary>Whether the bot may speak, and who it is once the platform has said so.</summary>
internal sealed partial class BotStanding
{
    private readonly Lock _gate = new();
    private readonly ILogger<BotStanding> _logger;
    private PlatformState _state;

    public BotStanding(BotToken token, ILogger<BotStanding> logger)
    {
        _logger = logger;
        _state = new PlatformState.Usable();
        if (token.IsMissing)
        {
            _state = new PlatformState.NotConfigured("Telegram__Token");
        }
        else if (!token.IsWellFormed)
        {
            Refuse("the token does not have the form of a token", "set Telegram__Token to exactly what @BotFather gave");
        }
    }

    public event Action? Changed;

    /// <summary>Raised when what the bot may do in some chat may have changed.</summary>
    public event Action? RightsChanged;

    public PlatformState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    public bool IsUsable => State is PlatformState.Usable;

    /// <summary>Null until the platform has answered for the first time.</summary>
    public BotProfile? Profile { get; set; }

    /// <summary>Nothing is tried again after this until the operator acts and starts anew.</summary>
    public void Refuse(string reason, string remedy)
    {
        lock (_gate)
        {
            if (_state is not PlatformState.Usable)
            {
                return;
            }

            _state = new PlatformState.Refused(reason, remedy);
        }

        Log.BotRefused(_logger, reason, remedy);
        Changed?.Invoke();
    }

    /// <summary>Tells that some chat may treat the bot otherwise than before.</summary>
    public void NoteRights() => RightsChanged?.Invoke();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refuses the bot: {Reason}. To fix it, {Remedy}, and start again.")]
        public static partial void BotRefused(ILogger logger, string reason, string remedy);
    }
}

/// <summary>Who the bot is, by <c>getMe</c>.</summary>
internal sealed record BotProfile(long Id, string Username);
