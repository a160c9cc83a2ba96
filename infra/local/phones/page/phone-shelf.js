// @ts-check
import { Phone } from './phone.js';

/** @typedef {import('../../carrier/carried-message.ts').Bubble} Bubble */
/** @typedef {import('../phone-owner.ts').PhoneOwner} PhoneOwner */

/** Phones that fill the first look, before anybody has texted. */
const fewest = 8;

/** All phones in view: the family's and the verifier's first, then whoever got something lately. */
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
  }

  /** @param {PhoneOwner[]} people */
  know(people) {
    this.owners = new Map(people.map((owner) => [owner.phone, owner]));
    this.pinned = ['family', 'verifier']
      .map((role) => people.find((owner) => owner.role === role)?.phone)
      .filter((phone) => phone !== undefined);
    for (const phone of this.pinned) this.phoneOf(phone);
  }

  /** Show a few donors who have nothing to say yet. */
  fill() {
    for (const { phone, role } of this.owners.values()) {
      if (this.phones.size >= fewest) break;
      if (role === 'donor') this.phoneOf(phone);
    }
    this.arrange();
  }

  /** The phone with that number; put on the shelf if it is not there. @param {string} number */
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

  /** Bring a phone forward and go to it. @param {string} number */
  bring(number) {
    const phone = this.phoneOf(number);
    phone.news = ++this.news;
    this.arrange();
    phone.box.focus();
    phone.section.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** In order; a phone that somebody is using stays where it is. */
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
    // Around the one in use, which must not leave the page for a moment: it would lose the focus.
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
    return pinned === -1 ? this.pinned.length : pinned;
  }
}
