import { ask } from './asking.js';
import { addChat, attempt, chats, draw, showEvents } from './chat.js';
import { make, icon, initial } from './drawing/elements.js';
import { campaignNow, clock, formats, relative } from './drawing/times.js';
import { world } from './drawing/names.js';
import { loadCommands } from './suggestions.js';

/* ---------- forms that the bot opens ---------- */

function openForm(chat, interactionId, modal) {
  const fields = document.getElementById('form-fields');
  document.getElementById('form-title').textContent = modal.title;
  fields.replaceChildren(...modal.components.map((part) => {
    const input = part.component ?? part.components?.[0];
    if (!input) return make('p', {}, part.content ?? '');
    const field = make(input.style === 2 ? 'textarea' : 'input', { name: input.custom_id, value: input.value ?? '', placeholder: input.placeholder ?? '', required: input.required !== false, maxLength: input.max_length ?? 4000, rows: input.style === 2 ? 5 : undefined });
    return make('label', {}, part.label ?? input.label ?? '', part.description && make('small', {}, part.description), field);
  }));
  const dialog = document.getElementById('form-dialog');
  document.getElementById('form-cancel').onclick = () => dialog.close();
  document.getElementById('form').onsubmit = () => {
    const values = Object.fromEntries([...fields.querySelectorAll('[name]')].map((field) => [field.name, field.value]));
    attempt(chat, () => ask('/sandbox/discord/form', { interactionId, userId: chat.speaker.value, values }));
  };
  dialog.showModal();
}

/* ---------- what happens ---------- */

const quietKinds = new Set(['request', 'refused', 'gateway-identify', 'gateway-resume', 'gateway-closed', 'fault', 'kill', 'rights-changed', 'direct-channel-opened']);
const lastCommand = new Map();
const refreshing = new Set();
const threads = new Map();

function happened(entry) {
  if (entry.kind === 'commands-set') {
    for (const chat of chats.values()) if (chat.platform === entry.platform) loadCommands(chat);
    return;
  }
  if (quietKinds.has(entry.kind) || !entry.chatId) return;
  if (entry.kind.startsWith('event-')) {
    refreshEvents(entry.chatId);
    return;
  }
  const chat = chats.get(`${entry.platform}:${entry.chatId}`) ?? unlisted(entry);
  if (entry.kind === 'thread-created') threads.set(entry.messageId, { name: entry.text, parent: chat });
  const interactionId = entry.payload?.interaction_id;
  if (interactionId) lastCommand.set(chat.key + entry.userId, interactionId);
  if (!chat.live) return;
  refresh(chat);
  // Its message counts what is said in a thread.
  if (threads.has(chat.id)) refresh(threads.get(chat.id).parent);
  // After a reload the whole record comes again; what was said in passing is not said twice.
  if (Date.now() - Date.parse(entry.receivedAt) > 10_000) return;
  if (entry.kind === 'interaction-unanswered') complain(chat, entry.userId, 'The bot did not answer within 3 seconds.');
  if (entry.kind === 'callback-answered' && entry.text) toast(chat, entry.text);
  if (entry.kind === 'interaction-reply' && entry.payload?.type === 9 && chat.speaker.value === entry.userId) {
    openForm(chat, lastCommand.get(chat.key + entry.userId), entry.payload.data);
  }
}

function complain(chat, userId, text) {
  if (chat.speaker.value !== userId) return;
  chat.problem.textContent = text;
  chat.problem.hidden = false;
}

function toast(chat, text) {
  const note = make('p', { class: 'toast arrived', role: 'status' }, text);
  chat.section.append(note);
  setTimeout(() => note.remove(), 4000);
}

async function refresh(chat) {
  if (refreshing.has(chat)) {
    chat.again = true;
    return;
  }
  refreshing.add(chat);
  try {
    do {
      chat.again = false;
      chat.messages = await ask('/sandbox/chat?' + new URLSearchParams({ platform: chat.platform, id: chat.id }));
      draw(chat);
    } while (chat.again);
  } catch { /* the connection banner says it */ }
  refreshing.delete(chat);
}

async function refreshEvents(guild) {
  try {
    const list = await ask('/sandbox/discord/events?' + new URLSearchParams({ guild }));
    for (const chat of chats.values()) if (chat.guild === guild) showEvents(chat, list);
  } catch { /* the connection banner says it */ }
}

function unlisted(entry) {
  const thread = threads.get(entry.chatId);
  if (thread) {
    return prepare(addChat({
      key: 'discord:' + entry.chatId, platform: 'discord', id: entry.chatId, title: thread.name, place: `in ${thread.parent.title}`,
      kind: 'Thread', sign: icon('thread'), people: thread.parent.people,
    }));
  }
  const user = entry.platform === 'telegram' ? world.telegram.users.find((one) => String(one.id) === entry.chatId) : null;
  return prepare(addChat({
    key: `${entry.platform}:${entry.chatId}`, platform: entry.platform, id: entry.chatId, title: user?.name ?? 'Direct message',
    place: entry.platform === 'discord' ? 'Discord' : 'Telegram', kind: 'private', sign: initial(user?.name ?? '@'),
    people: user ? [{ id: String(user.id), label: user.name }] : [],
  }));
}

function prepare(chat) {
  chat.live = true;
  loadCommands(chat);
  refresh(chat);
  return chat;
}

/* ---------- the clock ---------- */

function showStatus(status) {
  document.getElementById('connection').hidden = true;
  Object.assign(clock, { at: Date.parse(status.campaignTime), seen: performance.now(), speed: status.speed ?? null, zone: status.zone });
  const finished = status.finished;
  document.getElementById('next-label').textContent = finished ? 'Done' : 'Next';
  document.getElementById('next-text').textContent = finished
    ? 'Everything that was planned is posted. The bot goes on answering: type / in any chat.'
    : status.next ?? 'The bot answers in the chats below.';
  const lines = [...(status.lines ?? [])];
  if (status.nextAt && !finished) lines.unshift(new Date(status.nextAt).toLocaleString(undefined, { ...formats.F, timeZone: clock.zone }));
  document.getElementById('status-lines').replaceChildren(...lines.map((line) => make('li', {}, line)));
  const speed = document.getElementById('clock-speed');
  speed.hidden = !status.speed || status.speed === 1;
  speed.textContent = status.speed ? `×${Math.round(status.speed).toLocaleString()}` : '';
  document.getElementById('clock-zone').textContent = clock.zone ? `in ${clock.zone.replaceAll('_', ' ')}; dates inside messages are in your own zone` : 'in your own time zone';
  tick();
}

function tick() {
  const now = new Date(campaignNow());
  document.getElementById('clock-time').textContent = now.toLocaleString(undefined, {
    weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: clock.zone,
  });
  for (const chat of chats.values()) showEvents(chat);
  for (const node of document.querySelectorAll('[data-relative]')) node.textContent = relative(Number(node.dataset.relative));
}

/* ---------- start ---------- */

async function start() {
  const given = await ask('/sandbox/world');
  Object.assign(world, { discord: { guilds: [], users: [], ...given.discord }, telegram: { chats: [], users: [], ...given.telegram } });
  showStatus(await ask('/sandbox/status'));

  for (const guild of world.discord.guilds) {
    const people = world.discord.users.filter((user) => guild.members.some((member) => member.userId === user.id)).map((user) => {
      const roles = guild.members.find((member) => member.userId === user.id).roleIds.map((id) => guild.roles.find((role) => role.id === id)?.name).filter(Boolean);
      const what = guild.ownerId === user.id ? ['owner', ...roles] : roles;
      return { id: user.id, label: `${user.name} (${what.length ? what.join(', ') : 'member'})` };
    });
    for (const channel of guild.channels) {
      addChat({
        key: 'discord:' + channel.id, platform: 'discord', id: channel.id, guild: guild.id, title: channel.name, place: guild.name,
        kind: channel.type === 5 ? 'Discord news' : 'Discord', sign: channel.type === 5 ? icon('horn') : '#', people, absent: !guild.members.some((member) => member.userId === world.discord.bot.id),
      });
    }
  }
  for (const chat of world.telegram.chats) {
    const members = new Set([...chat.members, ...chat.administrators.map((admin) => admin.userId), ...(chat.type === 'private' ? [chat.id] : [])]);
    const people = world.telegram.users.filter((user) => members.has(user.id)).map((user) => {
      const admin = chat.administrators.find((one) => one.userId === user.id);
      return { id: String(user.id), label: chat.type === 'private' ? user.name : `${user.name} (${admin ? (admin.isCreator ? 'creator' : 'administrator') : 'member'})` };
    });
    const title = chat.title ?? world.telegram.users.find((user) => user.id === chat.id)?.name ?? String(chat.id);
    addChat({
      key: 'telegram:' + chat.id, platform: 'telegram', id: String(chat.id), title, sign: initial(title), people,
      place: { private: 'private chat with the bot', channel: 'channel', group: 'group', supergroup: 'group' }[chat.type], kind: 'Telegram',
      absent: chat.type !== 'private' && !members.has(world.telegram.bot.id),
    });
  }
  for (const chat of chats.values()) prepare(chat);
  for (const guild of world.discord.guilds) refreshEvents(guild.id);

  const events = new EventSource('/sandbox/events');
  events.addEventListener('entry', (event) => happened(JSON.parse(event.data)));
  events.addEventListener('status', (event) => showStatus(JSON.parse(event.data)));
  events.addEventListener('error', () => { document.getElementById('connection').hidden = false; });
  setInterval(tick, 250);
}

start().catch((problem) => {
  const banner = document.getElementById('connection');
  banner.textContent = problem.message;
  banner.hidden = false;
});
