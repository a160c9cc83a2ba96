// @ts-check
import { announce, byId, element } from './dom.js';
import { PhoneShelf } from './phone-shelf.js';
import { showRequests } from './request-list.js';
import { listen, post } from './server.js';
import { dayOf, spaced, timeOf } from './words.js';

/** @typedef {import('../live-events.ts').LiveEvents} LiveEvents */
/** @typedef {import('../phone-owner.ts').PhoneOwner} PhoneOwner */

const shelf = new PhoneShelf(byId('phones'));
const hint = byId('hint');
const known = /** @type {HTMLSelectElement} */ (byId('known'));
const newNumber = /** @type {HTMLInputElement} */ (byId('new-number'));

/** @param {number} now */
const showTime = (now) => {
  byId('time').textContent = timeOf(now);
  byId('day').textContent = dayOf(now);
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
  known.replaceChildren(...groups.filter((group) => group.childElementCount > 0));
};

const hideHint = () => {
  const family = shelf.pinned[0];
  hint.hidden = !family || (shelf.phones.get(family)?.bubbles.size ?? 0) > 0;
};

const events = new EventSource('/phones/events');
listen(events, 'everything', (/** @type {LiveEvents['everything']} */ all) => {
  byId('hotline-number').textContent = spaced(all.hotlineNumber);
  showTime(all.now);
  shelf.know(all.people);
  offer(all.people);
  for (const bubble of [...all.bubbles].sort((a, b) => a.at - b.at)) shelf.show(bubble, false);
  shelf.fill();
  hideHint();
  showRequests(byId('requests'), all.requests);
  document.body.dataset['live'] = 'yes';
});
listen(events, 'bubble', (/** @type {LiveEvents['bubble']} */ bubble) => {
  shelf.show(bubble, true);
  hideHint();
});
listen(events, 'requests', (/** @type {LiveEvents['requests']} */ requests) =>
  showRequests(byId('requests'), requests),
);
listen(events, 'time', (/** @type {LiveEvents['time']} */ { now }) => showTime(now));
events.addEventListener('error', () => {
  document.body.dataset['live'] = 'no';
  announce('The hotline cannot be reached. Trying again.');
});
events.addEventListener('open', () => announce(''));

for (const button of document.querySelectorAll('.wind button')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  const { minutes, to } = button.dataset;
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const { now } = await post('clock', to ? { to } : { minutes: Number(minutes) });
      showTime(Number(now));
    } catch (error) {
      announce(error instanceof Error ? error.message : 'That did not work.');
    }
    button.disabled = false;
    button.focus();
  });
}

for (const example of hint.querySelectorAll('button')) {
  example.addEventListener('click', () => {
    const family = shelf.pinned[0];
    if (family) shelf.phoneOf(family).draft(example.textContent ?? '');
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
  if (!/^\+[1-9]\d{6,14}$/.test(number) || (number.startsWith('+91') && number.length !== 13)) {
    announce('A number has ten digits, as in 98765 43210.');
    newNumber.focus();
    return;
  }
  newNumber.value = '';
  shelf.bring(number);
});
