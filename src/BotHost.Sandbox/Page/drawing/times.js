import { make } from './elements.js';

// Moments are shown in the reader's own zone, as both platforms do it.

export const clock = { at: Date.now(), seen: performance.now(), speed: null, zone: undefined };

export const campaignNow = () => clock.at + (clock.speed ? (performance.now() - clock.seen) * clock.speed : 0);

export const formats = {
  t: { timeStyle: 'short' }, T: { timeStyle: 'medium' }, d: { dateStyle: 'short' }, D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' }, F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' }, S: { dateStyle: 'short', timeStyle: 'medium' },
};

export function relative(seconds) {
  const away = seconds - campaignNow() / 1000;
  const units = [['year', 31557600], ['month', 2629800], ['week', 604800], ['day', 86400], ['hour', 3600], ['minute', 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(away / size), unit);
}

export function stamp(seconds, style, kind) {
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

export const shortTime = (iso) => new Date(iso).toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: clock.zone });
