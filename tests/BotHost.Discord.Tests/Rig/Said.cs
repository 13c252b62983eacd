namespace BotHost.Discord.Tests.Rig;

/// <summary>What the gateway says when somebody does something.</summary>
internal static class Said
{
    public const string Member = """{"user":{"id":"700","username":"ann","global_name":"Ann"},"nick":null,"roles":["60","61"],"permissions":"32"}""";

    public static string Command(string id, string name, string options = "[]", string extra = "") =>
        Interaction(id, 2, $$"""{"id":"1","name":"{{name}}","type":1,"options":{{options}}}""", extra);

    public static string Press(string id, string customId) =>
        Interaction(id, 3, $$"""{"custom_id":"{{customId}}","component_type":2}""");

    public static string Typing(string id, string name, string option, string typed) =>
        Interaction(id, 4, $$"""{"id":"1","name":"{{name}}","type":1,"options":[{"type":3,"name":"{{option}}","value":"{{typed}}","focused":true}]}""");

    public static string PrivateCommand(string id, string name) =>
        $$"""{"op":0,"s":9,"t":"INTERACTION_CREATE","d":{"id":"{{id}}","application_id":"900","type":2,"token":"tok","channel_id":"1200","user":{"id":"700","username":"ann"},"data":{"id":"1","name":"{{name}}","type":1},"locale":"ja"} }""";

    private static string Interaction(string id, int type, string data, string extra = "") =>
        $$"""{"op":0,"s":9,"t":"INTERACTION_CREATE","d":{"id":"{{id}}","application_id":"900","type":{{type}},"token":"tok","guild_id":"500","channel_id":"1100","member":{{Member}},"data":{{data}},"locale":"en-GB","extra":"{{extra}}"} }""";
}
