namespace BotHost.Sandbox;

/// <content>What makes the platforms behave badly, and what people take from the bot while it runs.</content>
public sealed partial class SandboxServer
{
    /// <summary>The faults that are still to come, or that last.</summary>
    public IReadOnlyList<SandboxFault> Faults => _faults.Planned;

    /// <summary>The kills that were carried out, by faults and by themselves, in their order.</summary>
    public IReadOnlyList<CarriedOutKill> Kills => _kills.CarriedOut;

    /// <summary>Plans misbehaviour, which counts matching requests from now on; returns the names of the faults.</summary>
    /// <exception cref="ControlRefusedException">A name is taken already.</exception>
    public IReadOnlyList<string> AddFaults(params IEnumerable<SandboxFault> faults) => _faults.Add(faults);

    /// <summary>Ends one fault; says whether it was planned.</summary>
    public bool RemoveFault(string id) => _faults.Remove(id);

    public void ClearFaults() => _faults.Clear();

    /// <summary>Plans a kill that is aimed at no request; returns its name at once.</summary>
    /// <exception cref="ControlRefusedException">There is no such process or folder, or the name is taken.</exception>
    public string PlanKill(PlannedKill kill) => _kills.Plan(kill);

    /// <summary>Calls a kill off; says whether it was still to come.</summary>
    public bool CallOffKill(string id) => _kills.CallOff(id);

    /// <summary>Sets a platform's clock, as the Date of its answers tells it, apart from the machine's until the next such call.</summary>
    public void ShiftDate(string platform, TimeSpan by) => _dates.Shift(platform, by);

    /// <summary>Takes exactly these rights (such as SEND_MESSAGES) from the bot in a channel and gives all others back; it hears of it over the gateway.</summary>
    /// <exception cref="ControlRefusedException">There is no such channel or right, or the bot is above all rights there.</exception>
    public void TakeDiscordRights(string channelId, IReadOnlyList<string> rights)
    {
        lock (_discord.Gate)
        {
            _discord.Rights.Take(channelId, rights);
        }
    }

    /// <summary>Takes exactly these rights (such as CREATE_EVENTS) from the bot's roles in a server and gives all others back; it hears of it over the gateway.</summary>
    /// <exception cref="ControlRefusedException">There is no such server or right, or the bot is above all rights there.</exception>
    public void TakeDiscordRightsInGuild(string guildId, IReadOnlyList<string> rights)
    {
        lock (_discord.Gate)
        {
            _discord.Rights.TakeInGuild(guildId, rights);
        }
    }

    /// <summary>Somebody of the server archives, opens, locks, unlocks or deletes a thread.</summary>
    /// <exception cref="ControlRefusedException">There is no such thread, or nobody can do that to one.</exception>
    public void ChangeDiscordThread(string threadId, string action)
    {
        lock (_discord.Gate)
        {
            _discord.Threads.ChangeByPeople(threadId, action);
        }
    }

    /// <summary>Somebody of the server starts, ends, cancels or deletes an event.</summary>
    /// <exception cref="ControlRefusedException">There is no such event, or nobody can do that to it now.</exception>
    public void ChangeDiscordEvent(string eventId, string action)
    {
        lock (_discord.Gate)
        {
            _discord.Events.ChangeByPeople(eventId, action);
        }
    }

    /// <summary>A user refuses direct messages from the bot, or takes them again.</summary>
    /// <exception cref="ControlRefusedException">There is no such user.</exception>
    public void RefuseDirectMessages(string userId, bool refused)
    {
        lock (_discord.Gate)
        {
            _discord.RefuseDirectMessages(userId, refused);
        }
    }

    /// <summary>Changes how the bot stands in a chat; it hears of it by an update.</summary>
    /// <exception cref="ControlRefusedException">There is no such chat, or nobody can stand so in it.</exception>
    public void ChangeTelegramStanding(long chatId, BotStanding standing)
    {
        lock (_telegram.Gate)
        {
            _telegram.Standings.Change(chatId, standing);
        }
    }

    /// <summary>Makes trouble for all gateway connections; the code is for <see cref="GatewayTrouble.Close"/>.</summary>
    public void DisturbGateway(GatewayTrouble trouble, int code = 4000)
    {
        lock (_discord.Gate)
        {
            _discord.Gateway.Disturb(trouble, code);
        }
    }
}
