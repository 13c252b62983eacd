// Lets discord.js open a thread under a message and make an event of the server, change both, list the event, and call it off.
import { Client, Events, GatewayIntentBits, GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel, GuildScheduledEventStatus } from 'discord.js';
import { required, withDeadline } from './setting.mjs';

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildScheduledEvents],
  rest: { api: required('DISCORD_BASE'), version: '10' },
});

await withDeadline(async () => {
  const ready = new Promise((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.Error, reject);
  });
  await client.login(required('DISCORD_TOKEN'));
  await ready;

  const channel = await client.channels.fetch(required('DISCORD_CHANNEL'));
  const message = await channel.send('A talk');
  const thread = await message.startThread({ name: 'A talk', autoArchiveDuration: 10080 });
  await thread.setName('A talk about harbours');
  if (thread.id !== message.id || !thread.isThread() || thread.name !== 'A talk about harbours') throw new Error('the thread is not the one that was asked for');

  const heard = new Promise((resolve) => client.once(Events.GuildScheduledEventCreate, resolve));
  const made = await channel.guild.scheduledEvents.create({
    name: 'A talk',
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: 'Room 3' },
    scheduledStartTime: '2090-01-20T09:00:00Z',
    scheduledEndTime: '2090-01-20T10:30:00Z',
  });
  if ((await heard).id !== made.id) throw new Error('another event was heard of than was made');
  await made.edit({ name: 'A talk about harbours' });
  const listed = await channel.guild.scheduledEvents.fetch();
  const one = listed.get(made.id);
  if (listed.size !== 1 || one.name !== 'A talk about harbours' || one.entityMetadata.location !== 'Room 3' || one.creatorId !== client.user.id) {
    throw new Error('the list does not hold the event as it was made');
  }

  await made.setStatus(GuildScheduledEventStatus.Canceled);
  console.log(`${thread.id} ${made.id}`);
});
await client.destroy();
process.exit(0);
