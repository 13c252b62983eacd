import { make } from './drawing/elements.js';
import { discordMessage } from './drawing/discord.js';
import { telegramMessage } from './drawing/telegram.js';
import { world } from './drawing/names.js';
import { clock } from './drawing/times.js';

// A page of what channels would get, drawn from what is written into the page itself: it asks nobody for anything.

const given = JSON.parse(document.getElementById('posts').textContent);

const source = (address) => {
  const name = given.addresses[address] ?? address;
  return given.pictures[name] ?? null;
};

function columnNode(column) {
  return make('section', { class: 'column', 'aria-labelledby': column.platform },
    make('h2', { id: column.platform }, column.name),
    column.posts.map((post) => postNode(column.platform, post)));
}

function postNode(platform, post) {
  // What counts down is counted from the moment at which the post would go out.
  Object.assign(clock, { at: Date.parse(post.at), speed: null });
  const many = post.messages.length > 1;
  const messages = post.messages.flatMap((message, index) => {
    const stored = { message, campaignTime: post.at, fromBot: true };
    return [
      many && make('p', { class: 'number' }, `Message ${index + 1} of ${post.messages.length}`),
      platform === 'discord' ? discordMessage(stored, { source }) : telegramMessage(stored, { source }),
    ];
  });
  return make('section', { class: 'post', 'aria-label': post.title },
    make('header', {},
      make('h3', {}, post.title),
      post.notes.map((note) => make('p', { class: 'quiet' }, note)),
      post.problems.map((problem) => make('p', { class: 'problem' }, problem))),
    messages.length > 0 && make('div', { class: `chat ${platform}` }, messages));
}

clock.zone = given.zone;
// Nobody here knows what roles are called.
const roles = new Set([...JSON.stringify(given.columns).matchAll(/<@&(\d+)>/g)].map(([, id]) => id));
world.discord.guilds.push({ roles: [...roles].map((id) => ({ id, name: `role ${id}` })), channels: [] });
document.getElementById('columns').replaceChildren(...given.columns.map(columnNode));
