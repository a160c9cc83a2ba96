// @ts-check
import { element } from './dom.js';
import { dayNameOf, momentOf, several, timeOf } from './words.js';

/** @typedef {import('../request-view.ts').RequestView} RequestView */
/** @typedef {{ now: number, nameOf: (masked: string) => string }} Shown */

const componentWords = {
  'whole-blood': 'whole blood',
  'red-cells': 'red cells',
  platelets: 'platelets',
  plasma: 'plasma',
};

const maskedNumber = /\+\d\d•+\d{3}/g;

/**
 * Shows every request with its timeline.
 * @param {HTMLElement} place
 * @param {RequestView[]} requests
 * @param {Shown} shown
 */
export const showRequests = (place, requests, shown) => {
  const nothing = element(
    'p',
    { class: 'nothing' },
    'No request yet. When a family has told what it needs, its request shows here with everything that happens to it.',
  );
  const cards = requests.map((request) => card(request, shown));
  place.replaceChildren(...(cards.length > 0 ? cards : [nothing]));
};

/** @param {RequestView} request @param {Shown} shown */
const card = (request, shown) => {
  const { code, phase, standing, group, component, exchange, units, hospital, place } = request;
  const what = `${several(units, 'unit')}, ${exchange ? 'exchange' : componentWords[component]}`;
  const where = [hospital, place].filter((part) => part !== '').join(', ');
  return element(
    'article',
    {
      class: `request ${phase}`,
      'aria-label': `Request ${code}`,
      'data-testid': 'request',
      'data-code': code,
    },
    element(
      'header',
      {},
      element('h3', {}, `${group} `, element('span', {}, what)),
      element('p', { class: 'code' }, code),
    ),
    element('p', { class: 'where' }, `${where}, by ${momentOf(request.neededBy, shown.now)}`),
    element('p', { class: 'standing' }, standing),
    progress(request),
    timeline(request, shown),
  );
};

/** One drop for each unit: given, coming, or missing. @param {RequestView} request */
const progress = ({ units, given, coming, standby }) => {
  const missing = Math.max(0, units - given - coming);
  const drops = [
    ...Array(given).fill('given'),
    ...Array(coming).fill('coming'),
    ...Array(missing).fill('missing'),
  ].map((state) => element('span', { class: `unit ${state}` }));
  const words = [
    [given, 'given'],
    [coming, 'coming'],
    [standby, 'on standby'],
    [missing, 'missing'],
  ].filter(([n]) => n !== 0);
  return element(
    'p',
    { class: 'progress' },
    element('span', { class: 'drops', 'aria-hidden': 'true' }, ...drops),
    element('span', {}, words.map((pair) => pair.join(' ')).join(', ')),
  );
};

/**
 * The entries, latest first, under their day unless that is today.
 * @param {RequestView} request
 * @param {Shown} shown
 */
const timeline = (request, { now, nameOf }) => {
  let day = dayNameOf(now);
  const lines = [...request.timeline].reverse().flatMap(({ at, text }) => {
    const line = element(
      'li',
      {},
      element('time', {}, timeOf(at)),
      element('p', {}, text.replace(maskedNumber, nameOf)),
    );
    if (dayNameOf(at) === day) return [line];
    day = dayNameOf(at);
    return [element('li', { class: 'day' }, day), line];
  });
  return element(
    'ol',
    { class: 'timeline', 'aria-label': 'What happened, latest first' },
    ...lines,
  );
};
