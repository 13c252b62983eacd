using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Telegram.BotApi;

/// <summary>Makes the form of a request with a file: each parameter is a part; what is no plain value stands in it as JSON.</summary>
internal static class UploadForm
{
    public static MultipartFormDataContent Of(JsonObject parameters, AttachedPicture picture)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in parameters)
        {
            form.Add(Part(Encoding.UTF8.GetBytes(TextOf(value)), name));
        }

        var file = Part(picture.Bytes, picture.Name);
        file.Headers.ContentDisposition!.FileName = Quoted(picture.Name);
        file.Headers.ContentType = new MediaTypeHeaderValue(picture.MediaType);
        form.Add(file);
        return form;
    }

    private static ByteArrayContent Part(byte[] bytes, string name) => new(bytes)
    {
        Headers = { ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = Quoted(name) } },
    };

    private static string TextOf(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => TelegramJson.Readable(value),
    };

    private static string Quoted(string name) => $"\"{name}\"";
}
