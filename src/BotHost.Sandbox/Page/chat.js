import { ask } from './asking.js';
import { make, icon } from './drawing/elements.js';
import { discordMessage } from './drawing/discord.js';
import { drawEvents } from './drawing/discord-events.js';
import { telegramMessage } from './drawing/telegram.js';
import { closeSuggestions, loadCommands, steer, suggest } from './suggestions.js';

// One chat of the page: what is said in it, and the field to speak.

export const chats = new Map();

export function addChat(definition) {
  const { key, platform, id, title, place, kind, people, absent, sign } = definition;
  const chat = { ...definition, messages: [], commands: [], shown: new Set(), drawn: new Map(), choices: [], active: -1 };
  const uid = 'chat-' + key.replace(/[^\w-]/g, '-');
  chat.log = make('div', { class: 'log', role: 'log', 'aria-label': `Messages in ${title}`, tabIndex: 0 });
  chat.pinned = make('p', { class: 'pinned-note quiet', hidden: true });
  chat.events = make('details', { class: 'd-events', hidden: true });
  chat.speaker = make('select', { id: uid + '-who', onchange: () => { chat.problem.hidden = true; loadCommands(chat); draw(chat); } },
    people.map((person) => make('option', { value: person.id }, person.label)));
  chat.input = make('input', {
    id: uid + '-text', type: 'text', autocomplete: 'off', placeholder: 'Message, or /',
    role: 'combobox', 'aria-label': `Message in ${title}`, 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': uid + '-list',
    oninput: () => suggest(chat), onfocus: () => suggest(chat), onkeydown: (event) => steer(chat, event), onblur: () => setTimeout(() => closeSuggestions(chat), 150),
  });
  chat.list = make('ul', { id: uid + '-list', class: 'suggestions', role: 'listbox', 'aria-label': 'Commands', hidden: true });
  chat.problem = make('p', { class: 'problem', role: 'alert', hidden: true });
  const composer = people.length === 0 ? make('p', { class: 'composer quiet' }, 'Nobody of this world writes here.') : make('form', {
    class: 'composer', onsubmit: (event) => { event.preventDefault(); send(chat); },
  },
  chat.problem,
  make('div', { class: 'speaker' }, make('label', { htmlFor: uid + '-who' }, 'You are'), chat.speaker),
  chat.list,
  make('div', { class: 'write' }, chat.input, make('button', { type: 'submit' }, 'Send')));
  chat.section = make('section', { class: `chat ${platform}`, id: uid, 'aria-label': `${title}, ${platform === 'discord' ? 'Discord' : 'Telegram'}` },
    make('header', { class: 'chat-head' },
      make('span', { class: 'chat-sign', 'aria-hidden': 'true' }, sign),
      make('div', {}, make('h2', {}, title), make('p', { class: 'quiet' }, place + (absent ? ' · the bot is not here' : ''))),
      make('span', { class: 'chat-kind' }, kind)),
    chat.events, chat.pinned, chat.log, composer);
  document.getElementById('chats').append(chat.section);
  chat.tab = make('a', { href: '#' + uid, onclick: () => chat.tab.classList.remove('fresh') }, title);
  document.getElementById('jump').append(chat.tab);
  chats.set(key, chat);
  draw(chat);
  return chat;
}

// A picture that a bot uploaded is served by the sandbox itself, whatever name the page was opened under.
function source(address) {
  if (!/^https?:/.test(address ?? '')) return address ? { url: '/telegram/cdn/' + address } : null;
  const { hostname, pathname } = new URL(address);
  return hostname === '127.0.0.1' && pathname.startsWith('/discord/cdn/') ? { url: pathname } : null;
}

function actions(chat, stored) {
  const user = chat.speaker.value;
  const press = chat.platform === 'discord'
    ? (customId, values) => ask('/sandbox/discord/press', { messageId: stored.id, customId, values, userId: user })
    : (data) => ask('/sandbox/telegram/press', { chatId: stored.message.chat.id, messageId: stored.message.message_id, data, userId: Number(user) });
  return { source, press: (...what) => attempt(chat, () => press(...what)) };
}

// What has not changed stays where it is: a button that is taken away between pressing and releasing it was never pressed, and focus would be lost with it.
function place(log, nodes) {
  const wanted = new Set(nodes);
  for (const node of [...log.children]) if (!wanted.has(node)) node.remove();
  nodes.forEach((node, index) => {
    if (log.children[index] !== node) log.insertBefore(node, log.children[index] ?? null);
    node.classList.toggle('first', index === 0);
  });
}

export function draw(chat) {
  const atEnd = chat.log.scrollHeight - chat.log.scrollTop - chat.log.clientHeight < 80 || chat.shown.size === 0;
  const seen = chat.messages.filter((stored) => !stored.visibleTo || stored.visibleTo === chat.speaker.value);
  const first = chat.shown.size === 0;
  let fresh = false;
  const nodes = seen.map((stored) => {
    const mark = chat.speaker.value + JSON.stringify(stored);
    const drawn = chat.drawn.get(stored.id);
    if (drawn?.mark === mark) return drawn.node;
    const node = chat.platform === 'discord' ? discordMessage(stored, actions(chat, stored)) : telegramMessage(stored, actions(chat, stored));
    if (!chat.shown.has(stored.id)) {
      if (!first) node.classList.add('arrived');
      chat.shown.add(stored.id);
      fresh = true;
    }
    chat.drawn.set(stored.id, { mark, node });
    return node;
  });
  place(chat.log, nodes.length ? nodes : [make('p', { class: 'empty' }, 'Nothing here yet. Type / to see what the bot offers.')]);
  const pin = seen.filter((stored) => stored.pinned ?? stored.message.pinned).at(-1)?.message;
  chat.pinned.hidden = !pin;
  if (pin) chat.pinned.replaceChildren(icon('pin'), (pin.text || pin.caption || pin.embeds?.[0]?.title || pin.content || (pin.photo ? 'A picture' : 'A pinned message')).split('\n')[0].replaceAll('**', ''));
  if (atEnd || fresh) {
    // A message that is taller than the chat is shown from its beginning.
    const last = chat.log.lastElementChild;
    chat.log.scrollTop = last.offsetHeight > chat.log.clientHeight ? last.offsetTop - chat.log.offsetTop : chat.log.scrollHeight;
  }
  if (fresh && !first) chat.tab.classList.add('fresh');
}

// The events of the chat's server; drawn anew only when one has come, changed, begun or ended.
export function showEvents(chat, list = chat.eventList ?? []) {
  chat.eventList = list;
  chat.eventMark = drawEvents(chat.events, list, chat.eventMark);
}

export async function attempt(chat, work) {
  chat.problem.hidden = true;
  try {
    return await work();
  } catch (problem) {
    chat.problem.textContent = problem.message;
    chat.problem.hidden = false;
    return null;
  }
}

async function send(chat) {
  const text = chat.input.value.trim();
  if (!text) return;
  closeSuggestions(chat);
  const sent = await attempt(chat, () => {
    if (chat.platform === 'telegram') return ask('/sandbox/telegram/text', { chatId: Number(chat.id), userId: Number(chat.speaker.value), text });
    return ask(text.startsWith('/') ? '/sandbox/discord/command' : '/sandbox/discord/message', { channelId: chat.id, userId: chat.speaker.value, text });
  });
  if (sent) chat.input.value = '';
}
