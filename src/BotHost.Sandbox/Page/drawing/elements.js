// Everything that comes from a bot or a person reaches the page as text nodes; nothing is ever parsed as HTML.

export function make(tag, properties = {}, ...children) {
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
  thread: 'M2 2h12v9H8l-4 3v-3H2zm2 2v1.300h8V4zm0 2.800v1.300h6V6.800z',
  calendar: 'M4 1h1.500v1.500h5V1H12v1.500h2V14H2V2.500h2zM3.500 6v6.500h9V6z',
  place: 'M8 1a5 5 0 015 5c0 3.500-5 9-5 9S3 9.500 3 6a5 5 0 015-5zm0 3a2 2 0 100 4 2 2 0 000-4z',
  picture: 'M1 3h14v10H1zm2 8h10l-3-4-2 2.500L6 7zM5 6a1 1 0 100-2 1 1 0 000 2z',
};

// Drawn here, because a machine without emoji fonts shows boxes in their place.
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const node = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', shapes[name]);
  path.setAttribute('fill-rule', 'evenodd');
  for (const [key, value] of [['viewBox', '0 0 16 16'], ['class', 'icon'], ['aria-hidden', 'true']]) node.setAttribute(key, value);
  node.append(path);
  return node;
}

export function link(url, ...children) {
  let safe = null;
  try {
    const parsed = new URL(url);
    if (['http:', 'https:'].includes(parsed.protocol)) safe = parsed.href;
  } catch { /* not an address: shown as plain text */ }
  return safe ? make('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, ...children) : make('span', {}, ...children);
}

export const initial = (name) => [...(name ?? '?')][0]?.toUpperCase() ?? '?';

const colours = ['#c2593f', '#3f7cc2', '#3f9a66', '#8a5cc2', '#b5823a', '#4a8f9c', '#b84f80'];
export const colourOf = (id) => colours[[...String(id)].reduce((sum, one) => sum + one.charCodeAt(0), 0) % colours.length];
