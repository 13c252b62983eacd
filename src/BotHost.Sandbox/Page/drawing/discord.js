import { make, icon, link, initial, colourOf } from './elements.js';
import { formats, shortTime } from './times.js';
import { inline, markdown } from './discord-text.js';
import { picture } from './pictures.js';

// Draws a message object of Discord's. `act` is what the page around it can do:
// source(address) finds a picture, press(customId, values) presses a button; without press, buttons are only shown.

export function discordMessage(stored, act) {
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
  for (const attachment of message.attachments) node.append(attachmentNode(act, attachment));
  // With this flag the platform shows no frame at all.
  if (!(message.flags & 4)) for (const embed of message.embeds) node.append(embedNode(act, embed));
  for (const component of message.components) node.append(componentNode(act, component));
  if (message.thread) node.append(threadNode(message.thread));
  const foot = [
    message.edited_timestamp && !loading && ['edited'],
    message.pinned && [icon('pin'), 'pinned'],
    stored.crossposted && [icon('horn'), 'published'],
    stored.visibleTo && [icon('eye'), 'Only you see this'],
  ].filter(Boolean);
  if (foot.length) node.append(make('p', { class: 'd-foot' }, foot.map((parts) => make('span', {}, parts))));
  return node;
}

// As quiet as on the platform: a line under the message that says what is talked about and how much.
function threadNode(thread) {
  const { archived, locked } = thread.thread_metadata;
  const said = thread.message_count === 1 ? '1 message' : `${thread.message_count} messages`;
  const state = [thread.message_count ? said : 'No messages yet', archived && 'archived', locked && 'locked'].filter(Boolean).join(', ');
  return make('p', { class: 'd-thread' + (archived || locked ? ' shut' : '') }, icon('thread'), make('b', {}, thread.name), make('span', {}, state));
}

function attachmentNode(act, attachment) {
  if (attachment.content_type?.startsWith('image/')) return picture(act.source(attachment.url), { ...attachment, class: 'd-image' });
  const label = attachment.description ?? attachment.filename;
  const kb = Math.max(1, Math.round(attachment.size / 1024));
  return make('p', {}, icon('clip'), link(attachment.url, label), ` (${kb} KB)`);
}

function embedNode(act, embed) {
  const colour = '#' + (embed.color ?? 0x8b8f98).toString(16).padStart(6, '0');
  const bar = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  bar.setAttribute('class', 'bar');
  bar.setAttribute('aria-hidden', 'true');
  const fill = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', colour]]) fill.setAttribute(name, value);
  bar.append(fill);
  const node = make('div', { class: 'd-embed' }, bar);
  if (embed.thumbnail) node.append(picture(act.source(embed.thumbnail.url), { ...embed.thumbnail, class: 'd-thumbnail' }));
  if (embed.author) {
    const face = embed.author.icon_url && act.source(embed.author.icon_url);
    node.append(make('p', { class: 'd-embed-author' }, face && make('img', { src: face.url, alt: '', width: 24, height: 24 }), embed.author.url ? link(embed.author.url, embed.author.name) : embed.author.name));
  }
  if (embed.title) node.append(make('p', { class: 'd-embed-title' }, embed.url ? link(embed.url, ...inline(embed.title)) : inline(embed.title)));
  if (embed.description) node.append(make('div', { class: 'd-embed-body' }, markdown(embed.description)));
  if (embed.fields) {
    node.append(make('dl', { class: 'd-fields' }, embed.fields.map((field) =>
      make('div', { class: 'd-field' + (field.inline ? ' inline' : '') }, make('dt', {}, inline(field.name)), make('dd', {}, markdown(field.value))))));
  }
  if (embed.image) node.append(picture(act.source(embed.image.url), { ...embed.image, class: 'd-image' }));
  const when = embed.timestamp ? new Date(embed.timestamp).toLocaleString(undefined, formats.s) : null;
  const foot = [embed.footer?.text, when].filter(Boolean).join(' • ');
  if (foot) node.append(make('p', { class: 'd-embed-foot' }, foot));
  return node;
}

function componentNode(act, component) {
  switch (component.type) {
    case 1: return make('div', { class: 'd-row' }, component.components.map((one) => componentNode(act, one)));
    case 2: return buttonNode(act, component);
    case 9: return make('div', { class: 'd-row' }, component.components.map((one) => componentNode(act, one)), componentNode(act, component.accessory));
    case 10: return markdown(component.content);
    case 14: return make('hr');
    case 17: return make('div', { class: 'd-container' }, component.components.map((one) => componentNode(act, one)));
    case 11: return picture(act.source(component.media?.url), { ...component.media, class: 'd-thumbnail' });
    case 12: return make('div', {}, (component.items ?? []).map((item) => picture(act.source(item.media?.url), { ...item.media, class: 'd-image' })));
    case 3: {
      const select = make('select', { 'aria-label': component.placeholder ?? 'Choose', onchange: () => act.press?.(component.custom_id, [select.value]) },
        make('option', { value: '', disabled: true, selected: true }, component.placeholder ?? 'Choose'),
        (component.options ?? []).map((option) => make('option', { value: option.value }, option.label)));
      return select;
    }
    default: return make('span', { class: 'd-small' }, `(component of type ${component.type})`);
  }
}

function buttonNode(act, button) {
  const label = [button.emoji?.name, button.label].filter(Boolean).join(' ');
  if (button.style === 5) {
    const node = link(button.url, label + ' ↗');
    node.classList.add('button');
    return node;
  }
  if (!act.press) return make('span', { class: 'button s' + button.style }, label);
  return make('button', { type: 'button', class: 's' + button.style, disabled: button.disabled, onclick: () => act.press(button.custom_id) }, label);
}
