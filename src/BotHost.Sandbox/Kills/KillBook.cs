using System.Globalization;
using System.Text.Json;

namespace BotHost.Sandbox.Kills;

/// <summary>Carries kills out, at a request, a while or a file's change, and remembers each.</summary>
internal sealed class KillBook(SandboxRecord record, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Aim> _aims = [];
    private readonly List<CarriedOutKill> _carriedOut = [];
    private int _named;

    public IReadOnlyList<CarriedOutKill> CarriedOut
    {
        get
        {
            lock (_gate)
            {
                return [.. _carriedOut];
            }
        }
    }

    /// <summary>Plans a kill and returns its name at once.</summary>
    /// <exception cref="ControlRefusedException">There is no such process or folder, or the name is taken.</exception>
    public string Plan(PlannedKill kill)
    {
        var victim = Victim.Of(kill.KillPid);
        if (!victim.Exists)
        {
            throw new ControlRefusedException(string.Create(CultureInfo.InvariantCulture, $"There is no process {kill.KillPid}: give the number of one that runs."));
        }

        var aim = new Aim();
        var id = Enter(kill.Id, aim);
        var draft = new CarriedOutKill
        {
            Id = id,
            Pid = kill.KillPid,
            At = kill.WhenFile is null ? KillOccasion.Time : KillOccasion.File,
            WasAlive = false,
            KilledAt = default,
            File = kill.WhenFile,
            Nth = kill.WhenFile is null ? null : kill.NthChange,
            DelayMilliseconds = kill.AfterMilliseconds,
        };
        if (kill.WhenFile is null)
        {
            Await(aim, victim, draft, kill.AfterMilliseconds);
            return id;
        }

        try
        {
            aim.Watch = new FileWatch(kill.WhenFile, kill.NthChange, () => Await(aim, victim, draft, kill.AfterMilliseconds));
            aim.Watch.Start();
            return id;
        }
        catch
        {
            CallOff(id);
            throw;
        }
    }

    /// <summary>Says whether a kill of that name was still to come.</summary>
    public bool CallOff(string id)
    {
        lock (_gate)
        {
            if (!_aims.Remove(id, out var aim))
            {
                return false;
            }

            aim.Dispose();
            return true;
        }
    }

    /// <summary>Kills at once and waits for the end.</summary>
    public void Now(Victim victim, CarriedOutKill draft)
    {
        Carry(null, victim, draft);
        victim.WaitForEnd();
    }

    /// <summary>Kills later; a draft's name may be taken by an earlier kill of the same fault.</summary>
    public void Later(Victim victim, CarriedOutKill draft, int milliseconds)
    {
        var aim = new Aim();
        Enter(null, aim);
        Await(aim, victim, draft with { DelayMilliseconds = milliseconds }, milliseconds);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var aim in _aims.Values)
            {
                aim.Dispose();
            }

            _aims.Clear();
        }
    }

    private string Enter(string? id, Aim aim)
    {
        lock (_gate)
        {
            id ??= "kill-" + (++_named).ToString(CultureInfo.InvariantCulture);
            aim.Id = id;
            return _aims.TryAdd(id, aim) ? id : throw new ControlRefusedException($"A kill \"{id}\" is planned already: give each its own id, or none.");
        }
    }

    private void Await(Aim aim, Victim victim, CarriedOutKill draft, int milliseconds)
    {
        if (milliseconds <= 0)
        {
            Carry(aim, victim, draft);
            return;
        }

        lock (_gate)
        {
            if (!aim.IsCalledOff)
            {
                aim.Timer = clock.CreateTimer(_ => Carry(aim, victim, draft), null, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void Carry(Aim? aim, Victim victim, CarriedOutKill draft)
    {
        // The signal comes before all bookkeeping: a moment that is aimed at does not wait.
        var length = draft.File is { } path && new FileInfo(path) is { Exists: true } file ? file.Length : (long?)null;
        var wasAlive = victim.Kill();
        var kill = draft with { WasAlive = wasAlive, KilledAt = clock.GetUtcNow(), FileLength = length };
        lock (_gate)
        {
            _carriedOut.Add(kill);
            if (aim?.Id is { } id)
            {
                // A watch may not end itself while it speaks, so somebody else ends it.
                _aims.Remove(id);
                ThreadPool.UnsafeQueueUserWorkItem(done => done.Dispose(), aim, preferLocal: false);
            }
        }

        record.Append(
            new RecordEntry
            {
                Kind = RecordKinds.Kill,
                Platform = kill.Platform ?? "",
                ChatId = kill.ChatId,
                Route = kill.Route,
                Text = string.Create(CultureInfo.InvariantCulture, $"process {kill.Pid} {(wasAlive ? "killed" : "had ended before its kill")}"),
            },
            JsonSerializer.Serialize(kill, SandboxJson.Default.CarriedOutKill));
    }

    private sealed class Aim : IDisposable
    {
        public string? Id { get; set; }

        public FileWatch? Watch { get; set; }

        public ITimer? Timer { get; set; }

        public bool IsCalledOff { get; private set; }

        public void Dispose()
        {
            IsCalledOff = true;
            Watch?.Dispose();
            Timer?.Dispose();
        }
    }
}
