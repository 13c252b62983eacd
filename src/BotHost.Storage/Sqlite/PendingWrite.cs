using Microsoft.Data.Sqlite;

namespace BotHost.Storage.Sqlite;

/// <summary>An operation that waits for the writer. Its task completes after the commit, or not at all before one.</summary>
internal abstract class PendingWrite(CancellationToken cancellationToken)
{
    /// <summary>Gives up if the caller has; once an operation has begun it is not cancelled any more.</summary>
    public bool GiveUpIfCancelled()
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        Cancel(cancellationToken);
        return true;
    }

    /// <summary>Runs it and keeps the result for <see cref="Complete"/>.</summary>
    public abstract void Execute(SqliteConnection connection);

    /// <summary>Keeps what went wrong, without the rest of the group, for <see cref="Complete"/>.</summary>
    public abstract void Refuse(Exception error);

    /// <summary>Tells the caller what was kept.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing was written.</summary>
    public abstract void Fail(Exception error);

    protected abstract void Cancel(CancellationToken token);
}

/// <inheritdoc />
internal sealed class PendingWrite<T>(Func<SqliteConnection, T> operation, CancellationToken cancellationToken) : PendingWrite(cancellationToken)
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;
    private Exception? _error;

    public Task<T> Task => _completion.Task;

    public override void Execute(SqliteConnection connection)
    {
        _error = null;
        _result = operation(connection);
    }

    public override void Refuse(Exception error) => _error = error;

    public override void Complete()
    {
        if (_error is not null)
        {
            _completion.TrySetException(_error);
            return;
        }

        _completion.TrySetResult(_result);
    }

    public override void Fail(Exception error) => _completion.TrySetException(error);

    protected override void Cancel(CancellationToken token) => _completion.TrySetCanceled(token);
}
