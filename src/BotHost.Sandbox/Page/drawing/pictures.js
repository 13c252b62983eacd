import { make, icon, link } from './elements.js';

// Pictures of other servers are named, not fetched: nothing leaves this computer.
// `found` is { url, alt } of a picture that is here, or null.
export function picture(found, shown) {
  const alt = shown.description ?? found?.alt ?? '';
  if (!found?.url) {
    const address = /^https?:/.test(shown.url ?? '') ? link(shown.url, shown.url) : 'the picture is gone';
    return make('p', { class: 'missing ' + shown.class }, icon('picture'), alt ? [alt, ' – ', address] : address);
  }
  return make('img', { class: shown.class, src: found.url, alt, width: shown.width || undefined, height: shown.height || undefined });
}
