using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Events;

/// <summary>The routes under <c>/guilds/{guild}/scheduled-events</c>. CREATE_EVENTS makes, changes and deletes a bot's own events; MANAGE_EVENTS alone makes none.</summary>
internal sealed class EventEndpoints(DiscordState state)
{
    private const int MostOpen = 100;

    public WireReply List(DiscordRequest request)
    {
        var guild = state.GuildForBot(request.Path["guild"]);
        return new WireReply(200, new JsonArray([.. state.Events.Open(guild.Id).Select(one => (JsonNode)one.Answer())]));
    }

    public WireReply Create(DiscordRequest request)
    {
        var guild = state.GuildForBot(request.Path["guild"]);
        state.DemandInGuild(guild, Permission.CreateEvents);
        var form = EventForm.Read(request.Form, state.Events.Now);
        if (state.Events.Open(guild.Id).Count() >= MostOpen)
        {
            throw new DiscordRefusal(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)");
        }

        var made = new StoredEvent
        {
            Id = state.Ids.Next(),
            GuildId = guild.Id,
            CreatorId = state.BotId,
            Creator = Shapes.User(state, state.BotId),
            Name = form.Name!,
            Description = form.Description,
            Location = form.Location!,
            Start = form.Start!.Value,
            End = form.End!.Value,
        };
        state.Events.Add(made, request.Form.ToJsonString());
        return new WireReply(200, made.Answer());
    }

    public WireReply Get(DiscordRequest request) => new(200, Find(request).Answer());

    public WireReply Change(DiscordRequest request)
    {
        var found = FindToChange(request);
        if (!found.IsOpen)
        {
            throw DiscordRefusal.EventIsFinished();
        }

        var form = EventForm.Read(request.Form, state.Events.Now, found);
        var before = found.Status;
        found.Name = form.Name ?? found.Name;
        found.Description = form.NamesDescription ? form.Description : found.Description;
        found.Location = form.Location ?? found.Location;
        found.Start = form.Start ?? found.Start;
        found.End = form.End ?? found.End;
        found.Status = form.Status ?? found.Status;
        state.Events.Changed(found, before, request.Form.ToJsonString());
        return new WireReply(200, found.Answer());
    }

    public WireReply Delete(DiscordRequest request)
    {
        state.Events.Remove(FindToChange(request));
        return new WireReply(204);
    }

    private StoredEvent Find(DiscordRequest request) => state.Events.Get(state.GuildForBot(request.Path["guild"]).Id, request.Path["event"]);

    private StoredEvent FindToChange(DiscordRequest request)
    {
        var guild = state.GuildForBot(request.Path["guild"]);
        var found = state.Events.Get(guild.Id, request.Path["event"]);
        state.DemandInGuild(guild, Permission.ManageEvents | (found.CreatorId == state.BotId ? Permission.CreateEvents : 0));
        return found;
    }
}
