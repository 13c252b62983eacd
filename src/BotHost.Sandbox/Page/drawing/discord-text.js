import { make, link } from './elements.js';
import { stamp } from './times.js';
import { nameOfDiscord, roleName, channelName } from './names.js';

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

export function inline(text) {
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

export function markdown(text) {
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
      // One level for all: what a message calls large or small says nothing of where the page stands.
      root.append(make('h3', { class: 'd-h' + heading[1].length }, ...inline(heading[2])));
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
