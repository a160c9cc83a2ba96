// @ts-check
import { element } from './dom.js';
import { dayOf, several, timeOf } from './words.js';

/** @typedef {import('../request-view.ts').RequestView} RequestView */

const componentWords = {
  'whole-blood': 'whole blood',
  'red-cells': 'red cells',
  platelets: 'platelets',
  plasma: 'plasma',
};

/** Every request with what happened to it. @param {HTMLElement} place @param {RequestView[]} requests */
export const showRequests = (place, requests) => {
  const cards = requests.map(card);
  const nothing = element(
    'p',
    { class: 'nothing' },
    'No request yet. When a family has told what it needs, its request shows here with everything that happens to it.',
  );
  place.replaceChildren(...(cards.length > 0 ? cards : [nothing]));
};

/** @param {RequestView} request */
const card = (request) => {
  const { code, phase, standing, group, component, exchange, units, hospital, place, neededBy } =
    request;
  const lines = [...request.timeline]
    .reverse()
    .map(({ at, text }) =>
      element('li', {}, element('time', {}, timeOf(at)), element('p', {}, text)),
    );
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
      element(
        'h3',
        {},
        `${group} `,
        element(
          'span',
          {},
          `${several(units, 'unit')}, ${exchange ? 'exchange' : componentWords[component]}`,
        ),
      ),
      element('p', { class: 'code' }, code),
    ),
    element(
      'p',
      { class: 'where' },
      `${[hospital, place].filter(Boolean).join(', ')} · by ${timeOf(neededBy)}, ${dayOf(neededBy)}`,
    ),
    element('p', { class: 'standing' }, standing),
    progress(request),
    element(
      'ol',
      { class: 'timeline', reversed: '', 'aria-label': 'What happened, latest first' },
      ...lines,
    ),
  );
};

/** One drop for each unit: given, coming, or missing. @param {RequestView} request */
const progress = ({ units, given, coming, standby }) => {
  const missing = Math.max(0, units - given - coming);
  const drops = [
    ...Array(given).fill('given'),
    ...Array(coming).fill('coming'),
    ...Array(missing).fill('missing'),
  ];
  const words = [
    `${given} given`,
    `${coming} coming`,
    `${standby} on standby`,
    `${missing} missing`,
  ];
  return element(
    'p',
    { class: 'progress' },
    element(
      'span',
      { class: 'drops', 'aria-hidden': 'true' },
      ...drops.map((state) => element('span', { class: `unit ${state}` })),
    ),
    element('span', {}, words.filter((w) => !w.startsWith('0 ')).join(', ')),
  );
};
