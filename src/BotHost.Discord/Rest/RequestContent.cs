using System.Net.Http.Headers;
using System.Text;

namespace BotHost.Discord.Rest;

/// <summary>Makes the body of a request: JSON alone, or a form of JSON and files.</summary>
internal static class RequestContent
{
    public static HttpContent? Of(RestCall call)
    {
        if (call.Body is null)
        {
            return null;
        }

        var json = new StringContent(call.Body, Encoding.UTF8, "application/json");
        if (call.Files.IsEmpty)
        {
            return json;
        }

        var form = new MultipartFormDataContent();
        form.Add(Named(json, "payload_json", file: null));
        for (var index = 0; index < call.Files.Length; index++)
        {
            var (name, bytes) = call.Files[index];
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(TypeOf(name));
            form.Add(Named(part, $"files[{index}]", name));
        }

        return form;
    }

    // Written out with quotation marks, because the brackets of a name are no part of a bare word.
    private static HttpContent Named(HttpContent part, string name, string? file)
    {
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{name}\"", FileName = file is null ? null : $"\"{file}\"" };
        return part;
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".png" => "image/png",
        ".jpg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => "application/octet-stream",
    };
}
