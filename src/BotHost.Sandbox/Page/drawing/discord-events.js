import { make, icon, link } from './elements.js';
import { campaignNow, stamp } from './times.js';
import { markdown } from './discord-text.js';

// Draws the events of a server into a panel that opens on demand: closed, it is one line.
// Returns what it stands for; where that is as before, nothing is touched, so that nobody loses their place.

export function drawEvents(panel, events, before) {
  const now = campaignNow();
  const open = events.filter((event) => Date.parse(event.scheduled_end_time) > now);
  const begun = (event) => event.status === 2 || Date.parse(event.scheduled_start_time) <= now;
  const mark = JSON.stringify(open.map((event) => [event, begun(event)]));
  if (mark === before) return mark;
  panel.hidden = open.length === 0;
  if (open.length === 0) {
    panel.replaceChildren();
    return mark;
  }
  const start = (event) => Math.round(Date.parse(event.scheduled_start_time) / 1000);
  const when = (event) => (begun(event) ? make('b', { class: 'd-live' }, 'now') : stamp(start(event), 'R'));
  panel.replaceChildren(
    make('summary', {}, icon('calendar'), make('b', {}, open.length === 1 ? '1 event' : `${open.length} events`), make('span', {}, when(open[0]))),
    make('ul', {}, open.map((event) => make('li', { class: 'd-event' },
      make('p', { class: 'd-event-when' }, stamp(start(event), 'F'), begun(event) && when(event)),
      make('p', { class: 'd-event-name' }, event.name),
      make('p', { class: 'd-event-place' }, icon('place'), /^https?:/.test(event.entity_metadata.location) ? link(event.entity_metadata.location, event.entity_metadata.location) : event.entity_metadata.location),
      event.description && make('div', { class: 'd-event-words' }, markdown(event.description))))));
  return mark;
}
