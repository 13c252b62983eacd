namespace BotHost.Telegram.Tests.Updates;

public class RightsTests
{
    private const string Kicked =
        """{"update_id":41,"my_chat_member":{"chat":{"id":-100,"type":"supergroup","title":"Harbour"},"from":{"id":5,"is_bot":false,"first_name":"Ines"},"date":1,"old_chat_member":{"status":"member","user":{"id":987654321,"is_bot":true,"first_name":"Harbour"} },"new_chat_member":{"status":"kicked","user":{"id":987654321,"is_bot":true,"first_name":"Harbour"},"until_date":0} } }""";

    private const string Promoted =
        """{"update_id":41,"my_chat_member":{"chat":{"id":-100,"type":"channel","title":"Harbour"},"from":{"id":5,"is_bot":false,"first_name":"Ines"},"date":1,"old_chat_member":{"status":"left"},"new_chat_member":{"status":"administrator","can_post_messages":true} } }""";

    private const string Unblocked =
        """{"update_id":41,"my_chat_member":{"chat":{"id":5,"type":"private","first_name":"Ines"},"from":{"id":5,"is_bot":false,"first_name":"Ines"},"date":1,"old_chat_member":{"status":"kicked"},"new_chat_member":{"status":"member"} } }""";

    private const string Migrated =
        """{"update_id":41,"message":{"message_id":9,"date":1,"chat":{"id":-100,"type":"group","title":"Harbour"},"from":{"id":5,"is_bot":false,"first_name":"Ines"},"migrate_to_chat_id":-1001234567890} }""";

    [Theory]
    [InlineData("kicked from a group", Kicked)]
    [InlineData("made an administrator of a channel", Promoted)]
    [InlineData("unblocked by a person", Unblocked)]
    [InlineData("a group becomes a supergroup", Migrated)]
    public async Task A_change_of_the_bots_rights_is_signalled_once_and_asks_nothing(string row, string update)
    {
        Assert.NotEmpty(row);
        await using var stage = await BotStage.OpenAsync();
        var signals = 0;
        stage.Platform.RightsChanged += () => Interlocked.Increment(ref signals);
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Deliver(update);
        await stage.NextAsync("getUpdates");
        stage.Deliver(update);
        await stage.NextAsync("getUpdates");
        await stage.StopAsync();

        Assert.Equal(1, signals);
        Assert.Empty(stage.Router.Asked);
        Assert.Equal(0, stage.CountOf("sendMessage"));
    }

    [Fact]
    public async Task A_command_changes_no_rights()
    {
        await using var stage = await BotStage.OpenAsync();
        var signals = 0;
        stage.Platform.RightsChanged += () => Interlocked.Increment(ref signals);
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next"));
        await stage.NextAsync("sendMessage");

        Assert.Equal(0, signals);
    }
}
