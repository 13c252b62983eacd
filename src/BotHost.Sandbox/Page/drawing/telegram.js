import { make, icon, link } from './elements.js';
import { formats, shortTime, stamp } from './times.js';
import { picture } from './pictures.js';

// Draws a message object of Telegram's; `act` as in discord.js, with the data alone for a press.

export function telegramMessage(stored, act) {
  const message = stored.message;
  const name = message.sender_chat?.title ?? message.from?.first_name ?? '';
  const bubble = make('div', { class: 't-bubble' });
  bubble.append(make('p', { class: 't-name' }, name));
  if (message.reply_to_message) bubble.append(make('p', { class: 't-reply' }, (message.reply_to_message.text ?? message.reply_to_message.caption ?? '').slice(0, 80)));
  const words = message.text ?? message.caption;
  const text = words && make('div', { class: 't-text' }, entityNodes(words, message.entities ?? message.caption_entities ?? []));
  const media = photoNode(message, act) ?? previewNode(message, act);
  const above = message.photo ? !message.show_caption_above_media : message.link_preview_options?.show_above_text;
  bubble.append(...(above ? [media, text] : [text, media]).filter(Boolean));
  bubble.append(make('p', { class: 't-meta' }, stored.pinned && icon('pin'), message.edit_date && 'edited ', shortTime(stored.campaignTime)));
  const node = make('article', { class: 't-message' + (stored.fromBot ? '' : ' person') }, bubble);
  const rows = message.reply_markup?.inline_keyboard;
  if (rows) {
    node.append(make('div', { class: 't-keys' }, rows.map((row) => make('div', {}, row.map((button) => (button.url
      ? link(button.url, button.text + ' ↗')
      : act.press
        ? make('button', { type: 'button', disabled: !button.callback_data, onclick: () => act.press(button.callback_data) }, button.text)
        : make('span', { class: 'button' }, button.text)))))));
  }
  return node;
}

function photoNode(message, act) {
  if (!message.photo) return null;
  const largest = message.photo.at(-1);
  return picture(act.source(largest.file_id), { url: largest.file_id, width: largest.width, height: largest.height, class: 't-photo' });
}

// Which page the platform makes a preview of: the one that is named, else the first that the text leads to.
function previewNode(message, act) {
  const options = message.link_preview_options ?? {};
  if (!message.text || options.is_disabled) return null;
  const first = (message.entities ?? []).find((entity) => entity.type === 'url' || entity.type === 'text_link');
  const url = options.url ?? first?.url ?? (first && message.text.slice(first.offset, first.offset + first.length));
  return url ? make('div', { class: 't-preview' }, picture(act.source(url), { url, class: 't-previewed' })) : null;
}

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
