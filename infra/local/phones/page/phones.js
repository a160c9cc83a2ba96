// @ts-check
import { byId, complain, element } from './dom.js';
import { PhoneShelf } from './phone-shelf.js';
import { showRequests } from './request-list.js';
import { showRinging } from './ringing-bar.js';
import { listen, post } from './server.js';
import { dayNameOf, spaced, timeOf } from './words.js';

/** @typedef {import('../live-events.ts').LiveEvents} LiveEvents */
/** @typedef {import('../phone-owner.ts').PhoneOwner} PhoneOwner */
/** @typedef {import('../request-view.ts').RequestView} RequestView */

const shelf = new PhoneShelf(byId('phones'));
const hint = byId('hint');
const known = /** @type {HTMLSelectElement} */ (byId('known'));
const newNumber = /** @type {HTMLInputElement} */ (byId('new-number'));

/** Hotline time, as last received. */
let now = 0;
/** @type {RequestView[]} */
let requests = [];

/** @param {number} at */
const showTime = (at) => {
  const otherDay = dayNameOf(at) !== dayNameOf(now);
  now = at;
  byId('time').textContent = timeOf(now);
  byId('day').textContent = dayNameOf(now);
  if (otherDay) showRequests(byId('requests'), requests, { now, nameOf });
};

/** The name for a masked number of a timeline, if it fits only one person. @param {string} masked */
const nameOf = (masked) => {
  const [start, end] = [masked.slice(0, 3), masked.slice(-3)];
  const meant = [...shelf.owners.values()].filter(
    ({ phone }) => phone.length === masked.length && phone.startsWith(start) && phone.endsWith(end),
  );
  return meant.length === 1 && meant[0] ? meant[0].name : masked;
};

const groupNames = {
  family: 'Families',
  verifier: 'Verifiers',
  coordinator: 'Coordinators',
  donor: 'Donors',
};

/** @param {PhoneOwner[]} people */
const offer = (people) => {
  const groups = Object.entries(groupNames).map(([role, label]) => {
    const options = people
      .filter((owner) => owner.role === role)
      .map(({ phone, name, detail }) =>
        element('option', { value: phone }, detail ? `${name}, ${detail}` : name),
      );
    return element('optgroup', { label }, ...options);
  });
  known.replaceChildren(
    element('option', { value: '' }, 'Choose a person'),
    ...groups.filter((group) => group.childElementCount > 0),
  );
};

const showHint = () => {
  const family = shelf.phones.get(shelf.pinned[0] ?? '');
  hint.hidden = !family?.isUntouched;
};

/** Shows texts and calls in the order of time. @param {LiveEvents['everything']} all */
const showPast = ({ bubbles, calls }) => {
  const past = [
    ...bubbles.map((bubble) => ({ at: bubble.at, show: () => shelf.show(bubble, false) })),
    ...calls.map((call) => ({
      at: call.endedAt ?? call.startedAt,
      show: () => shelf.showCall(call, false),
    })),
  ];
  for (const { show } of past.sort((a, b) => a.at - b.at)) show();
};

const ring = () => {
  showRinging(byId('ringing'), shelf.ringing(), (number) => shelf.bring(number));
};

const isLive = () => document.body.dataset['live'] === 'yes';

const events = new EventSource('/phones/events');
listen(events, 'everything', (/** @type {LiveEvents['everything']} */ all) => {
  byId('hotline-number').textContent = spaced(all.hotlineNumber);
  shelf.offersMissedCalls = all.missedCallNumber !== null;
  shelf.know(all.people);
  offer(all.people);
  shelf.keepCalls(all.calls);
  showPast(all);
  shelf.fill();
  ring();
  requests = all.requests;
  now = 0;
  showTime(all.now);
  showHint();
  document.body.dataset['live'] = 'yes';
});
listen(events, 'bubble', (/** @type {LiveEvents['bubble']} */ bubble) => {
  // Before `everything` has arrived, it will be part of it.
  if (!isLive()) return;
  shelf.show(bubble, true);
  showHint();
});
listen(events, 'call', (/** @type {LiveEvents['call']} */ call) => {
  if (!isLive()) return;
  shelf.showCall(call, true);
  ring();
  showHint();
});
listen(events, 'requests', (/** @type {LiveEvents['requests']} */ current) => {
  requests = current;
  showRequests(byId('requests'), requests, { now, nameOf });
});
listen(events, 'time', (/** @type {LiveEvents['time']} */ time) => showTime(time.now));
events.addEventListener('error', () => {
  document.body.dataset['live'] = 'no';
  complain('The hotline cannot be reached. Trying again.');
});
events.addEventListener('open', () => complain(''));

for (const button of document.querySelectorAll('.wind button')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  const { minutes, to } = button.dataset;
  button.addEventListener('click', async () => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    try {
      const advanced = await post('clock', to ? { to } : { minutes: Number(minutes) });
      showTime(Number(advanced['now']));
    } catch (error) {
      complain(error instanceof Error ? error.message : 'That did not work.');
    }
    button.ariaBusy = null;
  });
}

for (const example of hint.querySelectorAll('button')) {
  example.addEventListener('click', () => {
    const family = shelf.pinned[0];
    if (family) shelf.phoneOf(family).textBox.draft(example.textContent ?? '');
  });
}

byId('show-known').addEventListener('submit', (event) => {
  event.preventDefault();
  if (known.value) shelf.bring(known.value);
});
byId('show-new').addEventListener('submit', (event) => {
  event.preventDefault();
  const digits = newNumber.value.replace(/[^\d+]/g, '').replace(/^0/, '');
  const number = digits.startsWith('+') ? digits : `+91${digits}`;
  if (
    !/^\+[1-9]\d{6,14}$/.test(number) ||
    (number.startsWith('+91') && number.length !== '+919876543210'.length)
  ) {
    complain('A number has ten digits, as in 98765 43210.');
    newNumber.focus();
    return;
  }
  newNumber.value = '';
  shelf.bring(number);
});
