using System.Reflection;
using BotHost.Announcements.Delivery.Ledgers;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>A real ledger whose store is out of order for as long as the test says.</summary>
public class FailingLedger : DispatchProxy
{
    private ILedger _real = null!;

    /// <summary>Calls that fail while this says so, by the method's name.</summary>
    public Func<string, bool> Fails { get; set; } = _ => false;

    /// <summary>Calls that do their work and fail all the same while this says so, as a commit does whose end was not confirmed.</summary>
    public Func<string, bool> FailsBehind { get; set; } = _ => false;

    /// <summary>How often each method was called.</summary>
    public Dictionary<string, int> Calls { get; } = [];

    public static (ILedger Ledger, FailingLedger Switch) Around(ILedger real)
    {
        var proxy = Create<ILedger, FailingLedger>();
        var failing = (FailingLedger)proxy;
        failing._real = real;
        return (proxy, failing);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        lock (Calls)
        {
            Calls[name] = Calls.GetValueOrDefault(name) + 1;
        }

        if (FailsBehind(name))
        {
            ((Task)targetMethod.Invoke(_real, args)!).GetAwaiter().GetResult();
        }
        else if (!Fails(name))
        {
            return targetMethod.Invoke(_real, args);
        }

        var full = new LedgerUnavailableException("The disk that holds the ledger is full.");
        var result = targetMethod.ReturnType;
        return result == typeof(Task)
            ? Task.FromException(full)
            : typeof(Task).GetMethod(nameof(Task.FromException), 1, [typeof(Exception)])!.MakeGenericMethod(result.GenericTypeArguments).Invoke(null, [full]);
    }
}
