using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Sandbox.Previews;

namespace BotHost.Previews;

/// <summary>Writes previews as a page into a file.</summary>
internal sealed class PreviewFile(IPictureStore pictures)
{
    // The mark of such a page stands among its first lines.
    private const int Beginning = 1024;

    /// <summary>Null, or what stands in the way: nothing is overwritten but an earlier page of previews.</summary>
    public static string? Objection(string path)
    {
        if (Directory.Exists(path))
        {
            return $"'{path}' is a folder: name a file for the page, such as {Path.Combine(path, "preview.html")}.";
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            return $"The folder '{folder}' for the page is not there: make it, or name another file.";
        }

        return !File.Exists(path) || IsPage(path)
            ? null
            : $"'{path}' is there already and no page of previews, so it stays as it is: name another file, or move this one away.";
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task WriteAsync(string path, TalkCatalogue catalogue, Talk talk, IReadOnlyList<PostPreview> previews, CancellationToken cancellationToken) =>
        await File.WriteAllTextAsync(path, await PageAsync(catalogue, talk, previews, cancellationToken), cancellationToken);

    public async Task<string> PageAsync(TalkCatalogue catalogue, Talk talk, IReadOnlyList<PostPreview> previews, CancellationToken cancellationToken)
    {
        using var text = new StringWriter();
        foreach (var preview in previews)
        {
            PreviewText.Write(preview, text);
        }

        return PreviewPage.Write(new PreviewDocument
        {
            Title = talk.Title,
            Speaker = catalogue.Community.Name,
            Zone = talk.Zone.Id,
            IsDraft = talk.Status is TalkStatus.Draft,
            Posts = [.. previews.Select(PostOf)],
            Pictures = await PicturesAsync(previews, cancellationToken),
            PlainText = text.ToString(),
        });
    }

    private static PreviewPost PostOf(PostPreview preview)
    {
        var fit = PreviewWords.Fit(preview);
        var fits = preview.Result is RenderResult.Fits;
        List<string?> notes = [.. PreviewWords.Times(preview), PreviewWords.Reach(PreviewText.Read(preview)), fits && fit != "fits" ? fit : null];
        return new PreviewPost
        {
            Platform = preview.Channel.Platform.Value,
            Title = PreviewWords.Title(preview, withAddresses: false),
            At = preview.Places[0].At.ToDateTimeOffset(),
            Notes = [.. notes.OfType<string>()],
            Problems = fits ? [] : [fit],
            Payloads = preview.Payloads,
        };
    }

    private async Task<IReadOnlyList<PreviewPicture>> PicturesAsync(IEnumerable<PostPreview> previews, CancellationToken cancellationToken)
    {
        Dictionary<string, PreviewPicture> found = [];
        foreach (var picture in previews.SelectMany(preview => preview.Pictures))
        {
            var name = picture.Content?.Name ?? picture.Url!.OriginalString;
            if (!found.ContainsKey(name))
            {
                found[name] = new PreviewPicture(name, picture.Alt, picture.Content is { } content ? await pictures.ReadAsync(content.Hash, cancellationToken) : null);
            }
        }

        return [.. found.Values];
    }

    private static bool IsPage(string path)
    {
        using var reader = new StreamReader(path);
        var beginning = new char[Beginning];
        return new string(beginning, 0, reader.ReadBlock(beginning)).Contains(PreviewPage.Mark, StringComparison.Ordinal);
    }
}
