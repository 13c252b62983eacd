import { ask } from './asking.js';
import { make } from './drawing/elements.js';

// Commands and choices on offer while somebody types.

export async function loadCommands(chat) {
  if (!chat.speaker.value) return;
  const query = new URLSearchParams({ platform: chat.platform, chat: chat.id, user: chat.speaker.value });
  chat.commands = await ask('/sandbox/commands?' + query).catch(() => []);
}

export function suggest(chat) {
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

export function closeSuggestions(chat) {
  chat.list.hidden = true;
  chat.active = -1;
  chat.input.setAttribute('aria-expanded', 'false');
  chat.input.removeAttribute('aria-activedescendant');
}

export function steer(chat, event) {
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
