using System.Globalization;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Faults;

/// <summary>The faults still to come, each with its own count of matching requests.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Pending> _pending = [];
    private int _named;

    public IReadOnlyList<SandboxFault> Planned
    {
        get
        {
            lock (_gate)
            {
                return [.. _pending.Select(pending => pending.Fault)];
            }
        }
    }

    /// <summary>Plans faults and returns their names.</summary>
    /// <exception cref="ControlRefusedException">A name is taken already.</exception>
    public IReadOnlyList<string> Add(IEnumerable<SandboxFault> faults)
    {
        lock (_gate)
        {
            var named = faults.Select(fault => fault with { Id = fault.Id ?? "fault-" + (++_named).ToString(CultureInfo.InvariantCulture) }).ToList();
            var taken = _pending.Select(pending => pending.Fault.Id).Concat(named.Select(fault => fault.Id)).GroupBy(id => id).FirstOrDefault(group => group.Count() > 1);
            if (taken is not null)
            {
                throw new ControlRefusedException($"A fault \"{taken.Key}\" is planned already: give each its own id, or none.");
            }

            _pending.AddRange(named.Select(fault => new Pending(fault)));
            return [.. named.Select(fault => fault.Id!)];
        }
    }

    /// <summary>Says whether there was a fault of that name.</summary>
    public bool Remove(string id)
    {
        lock (_gate)
        {
            return _pending.RemoveAll(pending => pending.Fault.Id == id) > 0;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    /// <summary>Counts a request that has arrived, and returns what shall happen to it.</summary>
    public IReadOnlyList<FaultHit> Take(RequestName name, RequestWords words)
    {
        lock (_gate)
        {
            List<FaultHit> hits = [];
            foreach (var pending in _pending.Where(pending => Matches(pending.Fault, name, words)))
            {
                pending.Seen++;
                if (pending.Seen >= pending.Fault.Nth && pending.Seen <= pending.Last)
                {
                    hits.Add(new FaultHit(pending.Fault, pending.Seen));
                }
            }

            _pending.RemoveAll(pending => pending.Seen >= pending.Last);
            return hits;
        }
    }

    private static bool Matches(SandboxFault fault, RequestName name, RequestWords words) =>
        (fault.Platform is null || fault.Platform == name.Platform)
        && (fault.Route is null
            || fault.Route.Equals(name.Route, StringComparison.OrdinalIgnoreCase)
            || fault.Route.Equals(name.Template, StringComparison.OrdinalIgnoreCase))
        && (fault.Target is null || fault.Target == (name.ChatId ?? words.ChatId))
        && (fault.Containing is null || words.Contain(fault.Containing));

    private sealed class Pending(SandboxFault fault)
    {
        public SandboxFault Fault { get; } = fault;

        public long Last { get; } = fault.Until is FaultEnd.Cleared ? long.MaxValue : (long)fault.Nth + fault.Count - 1;

        public long Seen { get; set; }
    }
}
