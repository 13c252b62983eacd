namespace BotHost.Sandbox.Faults;

/// <summary>The faults still to come, each with its own count of matching requests.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Pending> _pending = [];

    public void Add(IEnumerable<SandboxFault> faults)
    {
        lock (_gate)
        {
            _pending.AddRange(faults.Select(fault => new Pending(fault)));
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
    public IReadOnlyList<SandboxFault> Take(string platform, string route, string template)
    {
        lock (_gate)
        {
            List<SandboxFault> hits = [];
            foreach (var pending in _pending.Where(pending => Matches(pending.Fault, platform, route, template)))
            {
                pending.Seen++;
                if (pending.Seen >= pending.Fault.Nth && pending.Seen < pending.Fault.Nth + pending.Fault.Count)
                {
                    hits.Add(pending.Fault);
                }
            }

            _pending.RemoveAll(pending => pending.Seen >= pending.Fault.Nth + pending.Fault.Count - 1);
            return hits;
        }
    }

    private static bool Matches(SandboxFault fault, string platform, string route, string template) =>
        (fault.Platform is null || fault.Platform == platform)
        && (fault.Route is null
            || fault.Route.Equals(route, StringComparison.OrdinalIgnoreCase)
            || fault.Route.Equals(template, StringComparison.OrdinalIgnoreCase));

    private sealed class Pending(SandboxFault fault)
    {
        public SandboxFault Fault { get; } = fault;

        public int Seen { get; set; }
    }
}
