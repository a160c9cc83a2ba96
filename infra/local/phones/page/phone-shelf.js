// @ts-check
import { Phone } from './phone.js';
import { isRinging, isUnknownToPhone } from './words.js';

/** @typedef {import('../../simulator/messages/sim-message.ts').Bubble} Bubble */
/** @typedef {import('../../simulator/calls/sim-call.ts').SimCall} SimCall */
/** @typedef {import('../phone-owner.ts').PhoneOwner} PhoneOwner */

/** The number of phones shown before the first text. */
const fewest = 8;

/** All phones in view: the family's and the verifier's first, then those with the latest news. */
export class PhoneShelf {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    /** @type {Map<string, Phone>} those shown, by number */
    this.phones = new Map();
    /** @type {Map<string, PhoneOwner>} everyone known, by number */
    this.owners = new Map();
    /** @type {string[]} numbers that keep their place in front */
    this.pinned = [];
    this.news = 0;
    /** @type {Map<string, SimCall>} by sid */
    this.calls = new Map();
    /** True when there is a missed-call number. */
    this.offersMissedCalls = false;
  }

  /** @param {PhoneOwner[]} people */
  know(people) {
    this.owners = new Map(people.map((owner) => [owner.phone, owner]));
    this.pinned = ['family', 'verifier']
      .map((role) => people.find((owner) => owner.role === role)?.phone)
      .filter((phone) => phone !== undefined);
    for (const phone of this.pinned) this.phoneOf(phone);
  }

  /** Adds donors' phones without messages until the shelf is full. */
  fill() {
    for (const { phone, role } of this.owners.values()) {
      if (this.phones.size >= fewest) break;
      if (role === 'donor') this.phoneOf(phone);
    }
    this.arrange();
  }

  /** The phone with that number; added if it is not shown yet. @param {string} number */
  phoneOf(number) {
    const shown = this.phones.get(number);
    if (shown) return shown;
    const owner = this.owners.get(number) ?? {
      phone: number,
      name: number,
      role: 'family',
      detail: 'a new number',
    };
    const phone = new Phone(/** @type {PhoneOwner} */ (owner));
    phone.calling.offerMissedCalls(this.offersMissedCalls);
    this.phones.set(number, phone);
    return phone;
  }

  /** @param {Bubble} bubble @param {boolean} live */
  show(bubble, live) {
    if (!bubble.arrived) return;
    const phone = this.phoneOf(bubble.phone);
    const isNew = !phone.bubbles.has(bubble.sid);
    phone.show(bubble, live);
    if (live && isNew) phone.news = ++this.news;
    if (live && isNew) this.arrange();
  }

  /** @param {SimCall} call @param {boolean} live */
  showCall(call, live) {
    const before = this.calls.get(call.sid);
    this.calls.set(call.sid, call);
    if (isUnknownToPhone(call)) return;
    const phone = this.phoneOf(call.phone);
    phone.calling.show(call, { live, other: this.#otherOf(call) });
    phone.lastAt = Math.max(phone.lastAt, call.endedAt ?? call.startedAt);
    if (!live || !isRinging(call) || (before && isRinging(before))) return;
    phone.news = ++this.news;
    this.arrange();
  }

  /** Drops live calls that the carrier does not have any more, as after its restart. @param {SimCall[]} calls */
  keepCalls(calls) {
    this.calls = new Map(calls.map((call) => [call.sid, call]));
    for (const { calling } of this.phones.values()) {
      const sid = calling.panel.call?.sid;
      if (sid !== undefined && !this.calls.has(sid)) calling.drop();
    }
  }

  /** The owners of the ringing phones. */
  ringing() {
    return [...this.calls.values()].filter(isRinging).map((call) => this.phoneOf(call.phone).owner);
  }

  /** The role of the other person while two talk. @param {SimCall} call */
  #otherOf({ talkingWith }) {
    const other = this.calls.get(talkingWith ?? '');
    return this.owners.get(other?.phone ?? '')?.role ?? 'family';
  }

  /** Moves a phone to the front and focuses it. @param {string} number */
  bring(number) {
    const phone = this.phoneOf(number);
    phone.news = ++this.news;
    this.arrange();
    phone.focus();
    phone.section.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Sorts the phones; the one in use stays where it is. */
  arrange() {
    const shown = [...this.place.children];
    const focused = shown.findIndex((section) => section.contains(document.activeElement));
    const wanted = [...this.phones.values()].sort(
      (a, b) => this.#rank(a) - this.#rank(b) || b.news - a.news || b.lastAt - a.lastAt,
    );
    const order = wanted.map((phone) => phone.section);
    const used = shown[focused];
    if (used instanceof HTMLElement) {
      order.splice(order.indexOf(used), 1);
      order.splice(focused, 0, used);
    }
    // Around the phone in use: removing it even for a moment would lose the focus.
    const at = used instanceof HTMLElement ? order.indexOf(used) : order.length;
    for (const section of order.slice(0, at)) this.#place(section, used ?? null);
    for (const section of order.slice(at + 1)) this.#place(section, null);
    for (const phone of wanted) phone.toEnd();
  }

  /** @param {HTMLElement} section @param {Element | null} before */
  #place(section, before) {
    this.place.insertBefore(section, before);
  }

  /** @param {Phone} phone */
  #rank(phone) {
    const pinned = this.pinned.indexOf(phone.number);
    if (pinned !== -1) return pinned;
    return this.pinned.length + (phone.calling.isOn ? 0 : 1);
  }
}
