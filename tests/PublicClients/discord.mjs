// Logs discord.js in against a base URL that is not Discord's, sends one message, and leaves.
import { Client, EmbedBuilder, Events, GatewayIntentBits } from 'discord.js';
import { required, withDeadline } from './setting.mjs';

const base = required('DISCORD_BASE');
const token = required('DISCORD_TOKEN');
const channelId = required('DISCORD_CHANNEL');

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  rest: { api: base, version: '10' },
});

await withDeadline(async () => {
  const ready = new Promise((resolve, reject) => {
    client.once(Events.ClientReady, resolve);
    client.once(Events.Error, reject);
  });
  await client.login(token);
  await ready;

  const echoed = new Promise((resolve) => client.once(Events.MessageCreate, resolve));
  const channel = await client.channels.fetch(channelId);
  const embed = new EmbedBuilder()
    .setTitle('A talk')
    .setURL('https://example.org/talk')
    .setDescription('Sent by a public library.')
    .addFields({ name: 'When', value: '<t:1893456000:F>' });
  const sent = await channel.send({ content: 'Hello from discord.js', embeds: [embed], allowedMentions: { parse: [] } });
  const heard = await echoed;
  if (heard.id !== sent.id || sent.embeds[0]?.title !== 'A talk' || sent.author.id !== client.user.id) {
    throw new Error('the message that came back is not the one that was sent');
  }

  console.log(sent.id);
});
await client.destroy();
process.exit(0);
