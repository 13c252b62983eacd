// Who and what exists; a page that knows nobody shows ids as the platforms show the unknown.

export const world = { discord: { guilds: [], users: [] }, telegram: { chats: [], users: [] } };

export const nameOfDiscord = (id) => (id === world.discord.bot?.id ? world.discord.bot : world.discord.users.find((user) => user.id === id))?.name;
export const roleName = (id) => world.discord.guilds.flatMap((guild) => guild.roles).find((role) => role.id === id)?.name;
export const channelName = (id) => world.discord.guilds.flatMap((guild) => guild.channels).find((channel) => channel.id === id)?.name;
