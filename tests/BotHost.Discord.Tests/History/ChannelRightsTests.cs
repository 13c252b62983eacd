using System.Text.Json;
using BotHost.Discord.History;

namespace BotHost.Discord.Tests.History;

public sealed class ChannelRightsTests
{
    private const ulong View = 1 << 10;
    private const ulong Send = 1 << 11;
    private const ulong Read = 1 << 16;

    private static readonly string Administrator = (1 << 3).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A sentence; what everyone and the bot's role may; the overwrites; what is left. Server 5, bot 901, its role 60, another role 61.</summary>
    public static TheoryData<string, ulong, ulong, string, ulong> Rows => new()
    {
        { "what everyone may", View | Read, 0, "", View | Read },
        { "what a role adds", View, Read, "", View | Read },
        { "a role that the bot has not", View, 0, """{"id":"61","type":0,"allow":"65536","deny":"0"}""", View },
        { "everyone is denied", View | Read, 0, """{"id":"5","type":0,"allow":"0","deny":"65536"}""", View },
        { "a role's grant wins over everyone's denial", View | Read, 0, """{"id":"60","type":0,"allow":"65536","deny":"0"},{"id":"5","type":0,"allow":"0","deny":"65536"}""", View | Read },
        { "the member's denial wins over all", View | Read, Read, """{"id":"901","type":1,"allow":"2048","deny":"65536"},{"id":"60","type":0,"allow":"65536","deny":"0"}""", View | Send },
        { "nothing at all", 0, 0, "", 0 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Rights_are_worked_out_in_the_platforms_order(string sentence, ulong everyone, ulong role, string overwrites, ulong expected) =>
        Assert.True(Rights("1", everyone.ToString(System.Globalization.CultureInfo.InvariantCulture), role.ToString(System.Globalization.CultureInfo.InvariantCulture), overwrites) == expected, sentence);

    [Fact]
    public void Owners_and_administrators_may_everything()
    {
        const string Denied = """{"id":"901","type":1,"allow":"0","deny":"66560"}""";

        Assert.Equal(ulong.MaxValue, Rights("901", "0", "0", Denied));
        Assert.Equal(ulong.MaxValue, Rights("1", "0", Administrator, Denied));
    }

    private static ulong Rights(string owner, string everyone, string role, string overwrites) => ChannelRights.Of(
        "901",
        JsonElement.Parse($$"""{"id":"5","owner_id":"{{owner}}","roles":[{"id":"5","permissions":"{{everyone}}"},{"id":"60","permissions":"{{role}}"},{"id":"61","permissions":"8"}]}"""),
        JsonElement.Parse("""{"user":{"id":"901"},"roles":["60"]}"""),
        JsonElement.Parse($$"""{"id":"1100","permission_overwrites":[{{overwrites}}]}"""));
}
