'use strict';

// Everything that comes from a bot or a person reaches the page as text nodes; nothing is ever parsed as HTML.

const world = { discord: { guilds: [], users: [] }, telegram: { chats: [], users: [] } };
const chats = new Map();
let clock = { at: Date.now(), seen: performance.now(), speed: null, zone: undefined };

/* ---------- small pieces ---------- */

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else if (name in node && !name.startsWith('aria')) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const shapes = {
  pin: 'M9 1l6 6-2 .6-3 3-.4 3L6.5 10.5 2 15l-1 0 0-1 4.5-4.500L2.4 6.400l3-.4 3-3z',
  horn: 'M1 6v4h2l1 4h2l-1-4 7 3V3L5 6zM13 6v4a2 2 0 000-4z',
  eye: 'M8 3C4 3 1 8 1 8s3 5 7 5 7-5 7-5-3-5-7-5zm0 8a3 3 0 110-6 3 3 0 010 6z',
  clip: 'M11 4v7a3 3 0 01-6 0V3a2 2 0 014 0v7a1 1 0 01-2 0V4H6v6a2 2 0 004 0V3a3 3 0 00-6 0v8a4 4 0 008 0V4z',
  picture: 'M1 3h14v10H1zm2 8h10l-3-4-2 2.500L6 7zM5 6a1 1 0 100-2 1 1 0 000 2z',
};

// Drawn here, because a machine without emoji fonts shows boxes in their place.
function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const node = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shapes[name]);
  path.setAttribute('fill-rule', 'evenodd');
  for (const [key, value] of [['viewBox', '0 0 16 16'], ['class', 'icon'], ['aria-hidden', 'true']]) node.setAttribute(key, value);
  node.append(path);
  return node;
}

function link(url, ...children) {
  let safe = null;
  try {
    const parsed = new URL(url);
    if (['http:', 'https:'].includes(parsed.protocol)) safe = parsed.href;
  } catch { /* not an address: shown as plain text */ }
  return safe ? make('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, ...children) : make('span', {}, ...children);
}

async function ask(path, body) {
  const options = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(path, options);
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.error ?? `The sandbox answered ${answer.status}.`);
  return json;
}

const campaignNow = () => clock.at + (clock.speed ? (performance.now() - clock.seen) * clock.speed : 0);

const initial = (name) => [...(name ?? '?')][0]?.toUpperCase() ?? '?';

const colours = ['#c2593f', '#3f7cc2', '#3f9a66', '#8a5cc2', '#b5823a', '#4a8f9c', '#b84f80'];
const colourOf = (id) => colours[[...String(id)].reduce((sum, one) => sum + one.charCodeAt(0), 0) % colours.length];

/* ---------- times, in the reader's own zone ---------- */

const formats = {
  t: { timeStyle: 'short' }, T: { timeStyle: 'medium' }, d: { dateStyle: 'short' }, D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' }, F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' }, S: { dateStyle: 'short', timeStyle: 'medium' },
};

function relative(seconds) {
  const away = seconds - campaignNow() / 1000;
  const units = [['year', 31557600], ['month', 2629800], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(away / size), unit);
}

function stamp(seconds, style, kind) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return document.createTextNode('Invalid date');
  const node = make('time', { class: kind, dateTime: date.toISOString(), title: date.toLocaleString(undefined, formats.F) });
  if (style === 'R') {
    node.dataset.relative = seconds;
    node.textContent = relative(seconds);
  } else {
    node.textContent = date.toLocaleString(undefined, formats[style] ?? formats.f);
  }
  return node;
}

const shortTime = (iso) => new Date(iso).toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: clock.zone });

/* ---------- Discord markdown ---------- */

const inlineRules = [
  [/^\\([^\sA-Za-z0-9])/, (m) => document.createTextNode(m[1])],
  [/^```(?:[\w+-]*\n)?([\s\S]+?)```/, (m) => make('pre', {}, make('code', {}, m[1].replace(/\n$/, '')))],
  [/^(`{1,2})([^`][\s\S]*?)\1(?!`)/, (m) => make('code', {}, m[2].trim())],
  [/^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/, (m) => stamp(Number(m[1]), m[2] ?? 'f', 'd-stamp')],
  [/^<@!?(\d+)>/, (m) => make('span', { class: 'd-mention' }, '@' + (nameOfDiscord(m[1]) ?? 'unknown-user'))],
  [/^<@&(\d+)>/, (m) => make('span', { class: 'd-mention' }, '@' + (roleName(m[1]) ?? 'deleted-role'))],
  [/^<#(\d+)>/, (m) => make('span', { class: 'd-mention' }, '#' + (channelName(m[1]) ?? 'unknown'))],
  [/^<\/([^:>]+):\d+>/, (m) => make('span', { class: 'd-mention' }, '/' + m[1])],
  [/^<a?:(\w+):\d+>/, (m) => document.createTextNode(`:${m[1]}:`)],
  [/^<(https?:\/\/[^\s>]+)>/, (m) => link(m[1], m[1])],
  [/^\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/, (m) => link(m[2], ...inline(m[1]))],
  [/^https?:\/\/[^\s<]*[^\s<.,:;"')\]*_~|]/, (m) => link(m[0], m[0])],
  [/^\*\*([\s\S]+?)\*\*(?!\*)/, (m) => make('strong', {}, ...inline(m[1]))],
  [/^__([\s\S]+?)__(?!_)/, (m) => make('u', {}, ...inline(m[1]))],
  [/^\*(?!\s)((?:\*\*[\s\S]+?\*\*|\\.|[^*\\])+?)\*(?!\*)/, (m) => make('em', {}, ...inline(m[1]))],
  [/^_((?:\\.|[^_\\])+?)_(?![A-Za-z0-9_])/, (m) => make('em', {}, ...inline(m[1]))],
  [/^~~([\s\S]+?)~~/, (m) => make('s', {}, ...inline(m[1]))],
  [/^\|\|([\s\S]+?)\|\|/, (m) => make('span', { class: 'spoiler', tabIndex: 0 }, ...inline(m[1]))],
  [/^@(everyone|here)\b/, (m) => make('span', { class: 'd-mention' }, m[0])],
];

function inline(text) {
  const nodes = [];
  let plain = '';
  while (text) {
    let matched = null;
    const startsWord = !/[A-Za-z0-9]$/.test(plain);
    if (/[\\`<[h*_~|@]/.test(text[0])) {
      for (const [pattern, build] of inlineRules) {
        if ((text[0] === '_' || text[0] === 'h') && !startsWord && !text.startsWith('__')) break;
        const match = pattern.exec(text);
        if (match) {
          matched = [match[0], build(match)];
          break;
        }
      }
    }
    if (matched) {
      if (plain) nodes.push(plain);
      plain = '';
      nodes.push(matched[1]);
      text = text.slice(matched[0].length);
    } else {
      const one = String.fromCodePoint(text.codePointAt(0));
      plain += one;
      text = text.slice(one.length);
    }
  }
  if (plain) nodes.push(plain);
  return nodes;
}

function markdown(text) {
  const root = make('div', { class: 'd-text' });
  const parts = text.split(/(```[\s\S]+?```)/);
  for (const part of parts) {
    if (part.startsWith('```') && part.length > 6) root.append(...inline(part));
    else blocks(part, root);
  }
  return root;
}

function blocks(text, root) {
  const lines = text.split('\n');
  let paragraph = [];
  const flush = () => {
    if (paragraph.length) root.append(...inline(paragraph.join('\n')));
    paragraph = [];
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    const heading = /^(#{1,3}) +(.+)/.exec(line);
    const small = /^-# +(.+)/.exec(line);
    if (heading) {
      flush();
      root.append(make('h' + (heading[1].length + 2), {}, ...inline(heading[2])));
    } else if (small) {
      flush();
      root.append(make('div', { class: 'd-small' }, ...inline(small[1])));
    } else if (/^>>> /.test(line)) {
      flush();
      root.append(make('blockquote', {}, ...inline([line.slice(4), ...lines.slice(index + 1)].join('\n'))));
      return;
    } else if (/^> ?/.test(line)) {
      flush();
      const quoted = [];
      while (index < lines.length && /^> ?/.test(lines[index])) quoted.push(lines[index++].replace(/^> ?/, ''));
      index--;
      root.append(make('blockquote', {}, ...inline(quoted.join('\n'))));
    } else if (/^\s*([-*]|\d+\.) +\S/.test(line)) {
      flush();
      const ordered = /^\s*\d+\./.exec(line);
      const list = make(ordered ? 'ol' : 'ul', ordered ? { start: parseInt(line, 10) } : {});
      const item = /^\s*(?:[-*]|\d+\.) +(.+)/;
      while (index < lines.length && item.test(lines[index])) list.append(make('li', {}, ...inline(item.exec(lines[index++])[1])));
      index--;
      root.append(list);
    } else {
      paragraph.push(line);
      if (index === lines.length - 1) flush();
      else if (/^(#{1,3} |-# |> ?|>>> |\s*([-*]|\d+\.) +\S)/.test(lines[index + 1])) flush();
    }
  }
  flush();
}

const nameOfDiscord = (id) => (id === world.discord.bot?.id ? world.discord.bot : world.discord.users.find((user) => user.id === id))?.name;
const roleName = (id) => world.discord.guilds.flatMap((guild) => guild.roles).find((role) => role.id === id)?.name;
const channelName = (id) => world.discord.guilds.flatMap((guild) => guild.channels).find((channel) => channel.id === id)?.name;

/* ---------- Discord messages ---------- */

function discordMessage(chat, stored) {
  const message = stored.message;
  const author = message.author;
  const name = author.global_name ?? author.username;
  const loading = (message.flags & 128) !== 0;
  const avatar = make('span', { class: 'd-avatar', 'aria-hidden': 'true' }, initial(name));
  avatar.style.background = author.bot ? 'var(--d-blurple)' : colourOf(author.id);
  const node = make('article', { class: 'd-message' + (stored.visibleTo ? ' private' : '') }, avatar);
  const origin = message.interaction;
  if (origin?.name) node.append(make('p', { class: 'd-used' }, make('b', {}, origin.user.global_name ?? origin.user.username), ' used ', make('b', {}, '/' + origin.name)));
  node.append(make('div', {},
    make('span', { class: 'd-name' }, name),
    author.bot && make('span', { class: 'd-app' }, 'APP'),
    make('time', { class: 'd-time', dateTime: stored.campaignTime }, shortTime(stored.campaignTime))));
  if (loading) node.append(make('p', { class: 'd-small thinking' }, make('i'), make('i'), make('i'), ` ${name} is thinking`));
  if (message.content) node.append(markdown(message.content));
  for (const attachment of message.attachments) node.append(attachmentNode(attachment));
  for (const embed of message.embeds) node.append(embedNode(embed));
  for (const component of message.components) node.append(componentNode(chat, stored, component));
  const foot = [
    message.edited_timestamp && !loading && ['edited'],
    message.pinned && [icon('pin'), 'pinned'],
    stored.crossposted && [icon('horn'), 'published'],
    stored.visibleTo && [icon('eye'), 'Only you see this'],
  ].filter(Boolean);
  if (foot.length) node.append(make('p', { class: 'd-foot' }, foot.map((parts) => make('span', {}, parts))));
  return node;
}

function attachmentNode(attachment) {
  const label = attachment.description ?? attachment.filename;
  const kb = Math.max(1, Math.round(attachment.size / 1024));
  return make('p', {}, icon('clip'), link(attachment.url, label), ` (${kb} KB)`);
}

function embedNode(embed) {
  const colour = '#' + (embed.color ?? 0x8b8f98).toString(16).padStart(6, '0');
  const bar = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  bar.setAttribute('class', 'bar');
  bar.setAttribute('aria-hidden', 'true');
  const fill = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', colour]]) fill.setAttribute(name, value);
  bar.append(fill);
  const node = make('div', { class: 'd-embed' }, bar);
  if (embed.author) node.append(make('p', { class: 'd-embed-author' }, embed.author.url ? link(embed.author.url, embed.author.name) : embed.author.name));
  if (embed.title) node.append(make('p', { class: 'd-embed-title' }, embed.url ? link(embed.url, ...inline(embed.title)) : inline(embed.title)));
  if (embed.description) node.append(make('div', { class: 'd-embed-body' }, markdown(embed.description)));
  if (embed.fields) {
    node.append(make('dl', { class: 'd-fields' }, embed.fields.map((field) =>
      make('div', { class: 'd-field' + (field.inline ? ' inline' : '') }, make('dt', {}, inline(field.name)), make('dd', {}, markdown(field.value))))));
  }
  if (embed.image || embed.thumbnail) node.append(picture((embed.image ?? embed.thumbnail).url));
  const when = embed.timestamp ? new Date(embed.timestamp).toLocaleString(undefined, formats.s) : null;
  const foot = [embed.footer?.text, when].filter(Boolean).join(' • ');
  if (foot) node.append(make('p', { class: 'd-embed-foot' }, foot));
  return node;
}

// Pictures of other servers are named, not fetched: nothing leaves this computer.
const picture = (url) => make('p', { class: 'd-picture' }, icon('picture'), link(url, url));

function componentNode(chat, stored, component) {
  switch (component.type) {
    case 1: return make('div', { class: 'd-row' }, component.components.map((one) => componentNode(chat, stored, one)));
    case 2: return buttonNode(chat, stored, component);
    case 9: return make('div', { class: 'd-row' }, component.components.map((one) => componentNode(chat, stored, one)), componentNode(chat, stored, component.accessory));
    case 10: return markdown(component.content);
    case 14: return make('hr');
    case 17: return make('div', { class: 'd-container' }, component.components.map((one) => componentNode(chat, stored, one)));
    case 11: return picture(component.media?.url);
    case 12: return make('div', {}, (component.items ?? []).map((item) => picture(item.media?.url)));
    case 3: {
      const select = make('select', { 'aria-label': component.placeholder ?? 'Choose', onchange: () => pressDiscord(chat, stored, component.custom_id, [select.value]) },
        make('option', { value: '', disabled: true, selected: true }, component.placeholder ?? 'Choose'),
        (component.options ?? []).map((option) => make('option', { value: option.value }, option.label)));
      return select;
    }
    default: return make('span', { class: 'd-small' }, `(component of type ${component.type})`);
  }
}

function buttonNode(chat, stored, button) {
  const label = [button.emoji?.name, button.label].filter(Boolean).join(' ');
  if (button.style === 5) {
    const node = link(button.url, label + ' ↗');
    node.classList.add('button');
    return node;
  }
  return make('button', { type: 'button', class: 's' + button.style, disabled: button.disabled, onclick: () => pressDiscord(chat, stored, button.custom_id) }, label);
}

const pressDiscord = (chat, stored, customId, values) =>
  attempt(chat, () => ask('/sandbox/discord/press', { messageId: stored.id, customId, values, userId: chat.speaker.value }));

/* ---------- Telegram messages ---------- */

function telegramMessage(chat, stored) {
  const message = stored.message;
  const name = message.sender_chat?.title ?? message.from?.first_name ?? '';
  const bubble = make('div', { class: 't-bubble' });
  if (message.photo) {
    const id = message.photo[0].file_id;
    bubble.append(make('p', { class: 't-photo' }, icon('picture'), id.startsWith('http') ? link(id, id) : 'photo'));
  }
  bubble.append(make('p', { class: 't-name' }, name));
  if (message.reply_to_message) bubble.append(make('p', { class: 't-reply' }, (message.reply_to_message.text ?? message.reply_to_message.caption ?? '').slice(0, 80)));
  bubble.append(make('div', { class: 't-text' }, entityNodes(message.text ?? message.caption ?? '', message.entities ?? message.caption_entities ?? [])));
  bubble.append(make('p', { class: 't-meta' }, stored.pinned && icon('pin'), message.edit_date && 'edited ', shortTime(stored.campaignTime)));
  const node = make('article', { class: 't-message' + (stored.fromBot ? '' : ' person') }, bubble);
  const rows = message.reply_markup?.inline_keyboard;
  if (rows) {
    node.append(make('div', { class: 't-keys' }, rows.map((row) => make('div', {}, row.map((button) => (button.url
      ? link(button.url, button.text + ' ↗')
      : make('button', { type: 'button', disabled: !button.callback_data, onclick: () => pressTelegram(chat, message, button.callback_data) }, button.text)))))));
  }
  return node;
}

const pressTelegram = (chat, message, data) =>
  attempt(chat, () => ask('/sandbox/telegram/press', { chatId: message.chat.id, messageId: message.message_id, data, userId: Number(chat.speaker.value) }));

// Entities contain each other or stand apart; each one holds the nodes of its own range.
function entityNodes(text, entities, from = 0, to = text.length) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const end = entity.offset + entity.length;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = [];
    index++;
    while (index < entities.length && entities[index].offset < end) inner.push(entities[index++]);
    nodes.push(entityNode(entity, text.slice(entity.offset, end), entityNodes(text, inner, entity.offset, end)));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function entityNode(entity, text, children) {
  const tags = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code', pre: 'pre', blockquote: 'blockquote', expandable_blockquote: 'blockquote' };
  if (tags[entity.type]) return make(tags[entity.type], {}, children);
  switch (entity.type) {
    case 'spoiler': return make('span', { class: 'spoiler', tabIndex: 0 }, children);
    case 'text_link': return link(entity.url, ...children);
    case 'url': return link(/^https?:/i.test(text) ? text : 'http://' + text, ...children);
    case 'date_time': return telegramDate(entity, text);
    case 'mention': case 'text_mention': case 'hashtag': case 'cashtag': case 'bot_command': case 'email': return make('span', { class: 't-tag' }, children);
    default: return make('span', {}, children);
  }
}

function telegramDate(entity, text) {
  const format = entity.date_time_format ?? '';
  if (format === 'r') return stamp(entity.unix_time, 'R', 't-date');
  const date = new Date(entity.unix_time * 1000);
  const options = {};
  if (format.includes('w')) options.weekday = format.includes('d') ? 'short' : 'long';
  if (format.includes('d')) Object.assign(options, { day: 'numeric', month: 'short', year: 'numeric' });
  if (format.includes('D')) Object.assign(options, { day: 'numeric', month: 'long', year: 'numeric' });
  if (/[tT]/.test(format)) Object.assign(options, { hour: '2-digit', minute: '2-digit' });
  if (format.includes('T')) options.second = '2-digit';
  const shown = format ? date.toLocaleString(undefined, options) : text;
  return make('time', { class: 't-date', dateTime: date.toISOString(), title: format ? text : date.toLocaleString(undefined, formats.F) }, shown);
}

/* ---------- chats ---------- */

function addChat(definition) {
  const { key, platform, id, title, place, kind, people, absent, sign } = definition;
  const chat = { ...definition, messages: [], commands: [], shown: new Set(), choices: [], active: -1 };
  const uid = 'chat-' + key.replace(/[^\w-]/g, '-');
  chat.log = make('div', { class: 'log', role: 'log', 'aria-label': `Messages in ${title}`, tabIndex: 0 });
  chat.pinned = make('p', { class: 'pinned-note quiet', hidden: true });
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
    chat.pinned, chat.log, composer);
  document.getElementById('chats').append(chat.section);
  chat.tab = make('a', { href: '#' + uid, onclick: () => chat.tab.classList.remove('fresh') }, title);
  document.getElementById('jump').append(chat.tab);
  chats.set(key, chat);
  draw(chat);
  return chat;
}

function draw(chat) {
  const atEnd = chat.log.scrollHeight - chat.log.scrollTop - chat.log.clientHeight < 80 || chat.shown.size === 0;
  const seen = chat.messages.filter((stored) => !stored.visibleTo || stored.visibleTo === chat.speaker.value);
  const first = chat.shown.size === 0;
  let fresh = false;
  const nodes = seen.map((stored) => {
    const node = chat.platform === 'discord' ? discordMessage(chat, stored) : telegramMessage(chat, stored);
    if (!chat.shown.has(stored.id)) {
      if (!first) node.classList.add('arrived');
      chat.shown.add(stored.id);
      fresh = true;
    }
    return node;
  });
  chat.log.replaceChildren(...(nodes.length ? nodes : [make('p', { class: 'empty' }, 'Nothing here yet. Type / to see what the bot offers.')]));
  chat.log.firstElementChild.classList.add('first');
  const pin = seen.filter((stored) => stored.pinned ?? stored.message.pinned).at(-1)?.message;
  chat.pinned.hidden = !pin;
  if (pin) chat.pinned.replaceChildren(icon('pin'), (pin.text || pin.caption || pin.embeds?.[0]?.title || pin.content || 'A pinned message').split('\n')[0].replaceAll('**', ''));
  if (atEnd || fresh) {
    // A message that is taller than the chat is shown from its beginning.
    const last = chat.log.lastElementChild;
    chat.log.scrollTop = last.offsetHeight > chat.log.clientHeight ? last.offsetTop - chat.log.offsetTop : chat.log.scrollHeight;
  }
  if (fresh && !first) chat.tab.classList.add('fresh');
}

async function attempt(chat, work) {
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

/* ---------- suggestions ---------- */

async function loadCommands(chat) {
  if (!chat.speaker.value) return;
  const query = new URLSearchParams({ platform: chat.platform, chat: chat.id, user: chat.speaker.value });
  chat.commands = await ask('/sandbox/commands?' + query).catch(() => []);
}

function suggest(chat) {
  const text = chat.input.value;
  clearTimeout(chat.waiting);
  if (!text.startsWith('/')) return closeSuggestions(chat);
  const space = text.indexOf(' ');
  if (space < 0) {
    const typed = text.slice(1).toLowerCase();
    const fitting = chat.commands.filter((command) => command.name.startsWith(typed));
    return showSuggestions(chat, fitting.map((command) => ({
      title: '/' + command.name, detail: command.description, text: '/' + command.name + ((command.options ?? []).length || chat.platform === 'telegram' ? ' ' : ''),
    })));
  }
  const command = chat.commands.find((one) => one.name === text.slice(1, space));
  const options = (command?.options ?? []).filter((option) => option.type > 2);
  const open = /(?:^|\s)([-_\p{L}\p{N}]+):([^:]*)$/u.exec(text.slice(space));
  const option = options.find((one) => one.name === open?.[1]) ?? (open ? null : options.find((one) => one.required) ?? options[0]);
  if (!option) return closeSuggestions(chat);
  const value = (open ? open[2] : text.slice(space + 1)).trim();
  const before = open ? text.slice(0, text.length - open[2].length) : `/${command.name} ${option.name}:`;
  if (option.choices?.length) {
    return showSuggestions(chat, option.choices.filter((choice) => choice.name.toLowerCase().includes(value.toLowerCase())).map((choice) => ({ title: choice.name, detail: option.description, text: before + choice.value })));
  }
  if (!option.autocomplete) {
    return open ? closeSuggestions(chat) : showSuggestions(chat, options.map((one) => ({ title: one.name + ':', detail: one.description, text: `/${command.name} ${one.name}:` })));
  }
  chat.waiting = setTimeout(async () => {
    const answer = await ask('/sandbox/discord/autocomplete', { channelId: chat.id, userId: chat.speaker.value, text: before + value }).catch(() => null);
    if (answer && chat.input.value === text) showSuggestions(chat, answer.choices.map((choice) => ({ title: choice.name, detail: '', text: before + choice.value })));
  }, 180);
  return undefined;
}

function showSuggestions(chat, choices) {
  chat.choices = choices;
  chat.active = -1;
  chat.list.replaceChildren(...choices.map((choice, index) => make('li', {
    role: 'option', id: `${chat.list.id}-${index}`, 'aria-selected': 'false', onmousedown: (event) => { event.preventDefault(); accept(chat, index); },
  }, make('b', {}, choice.title), choice.detail && make('small', {}, choice.detail))));
  chat.list.hidden = choices.length === 0 || document.activeElement !== chat.input;
  chat.input.setAttribute('aria-expanded', String(!chat.list.hidden));
  chat.input.removeAttribute('aria-activedescendant');
}

function closeSuggestions(chat) {
  chat.list.hidden = true;
  chat.active = -1;
  chat.input.setAttribute('aria-expanded', 'false');
  chat.input.removeAttribute('aria-activedescendant');
}

function steer(chat, event) {
  if (chat.list.hidden) return;
  const count = chat.choices.length;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    chat.active = (chat.active + (event.key === 'ArrowDown' ? 1 : chat.active < 0 ? 0 : -1) + count) % count;
    [...chat.list.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === chat.active)));
    chat.list.children[chat.active].scrollIntoView({ block: 'nearest' });
    chat.input.setAttribute('aria-activedescendant', chat.list.children[chat.active].id);
  } else if (event.key === 'Escape') {
    closeSuggestions(chat);
  } else if ((event.key === 'Enter' || event.key === 'Tab') && chat.active >= 0) {
    event.preventDefault();
    accept(chat, chat.active);
  }
}

function accept(chat, index) {
  chat.input.value = chat.choices[index].text;
  closeSuggestions(chat);
  chat.input.focus();
  if (chat.input.value.endsWith(' ') && chat.platform === 'discord') suggest(chat);
}

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

const quietKinds = new Set(['request', 'refused', 'gateway-identify', 'gateway-resume', 'gateway-closed', 'fault']);
const lastCommand = new Map();
const refreshing = new Set();

function happened(entry) {
  if (entry.kind === 'commands-set') {
    for (const chat of chats.values()) if (chat.platform === entry.platform) loadCommands(chat);
    return;
  }
  if (quietKinds.has(entry.kind) || !entry.chatId) return;
  const chat = chats.get(`${entry.platform}:${entry.chatId}`) ?? unlisted(entry);
  const interactionId = entry.payload?.interaction_id;
  if (interactionId) lastCommand.set(chat.key + entry.userId, interactionId);
  if (!chat.live) return;
  refresh(chat);
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

function unlisted(entry) {
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
  clock = { at: Date.parse(status.campaignTime), seen: performance.now(), speed: status.speed ?? null, zone: status.zone };
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
        key: 'discord:' + channel.id, platform: 'discord', id: channel.id, title: channel.name, place: guild.name,
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
