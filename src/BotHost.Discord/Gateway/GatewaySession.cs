namespace BotHost.Discord.Gateway;

/// <summary>What outlives a connection: who we are to the gateway, and how far we have listened.</summary>
internal sealed class GatewaySession
{
    /// <summary>After so many failed connects to the resume address the session is given up.</summary>
    private const int ResumeTries = 3;

    private int _failedResumes;

    public string? Id { get; private set; }

    public string? ResumeUrl { get; private set; }

    public long? Sequence { get; private set; }

    /// <summary>Stays when the session is dropped: what the next one does not replay, it must ask about.</summary>
    public RightsWatch Rights { get; } = new();

    public bool CanResume => Id is not null && ResumeUrl is not null && _failedResumes < ResumeTries;

    public void Begin(string id, string? resumeUrl)
    {
        Id = id;
        ResumeUrl = resumeUrl;
        _failedResumes = 0;
    }

    public void Resumed() => _failedResumes = 0;

    public void ResumeFailed() => _failedResumes++;

    public void Heard(long sequence) => Sequence = sequence;

    public void Drop()
    {
        Id = null;
        ResumeUrl = null;
        Sequence = null;
        _failedResumes = 0;
    }
}
