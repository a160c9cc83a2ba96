// @ts-check
import { CallPanel } from './call-panel.js';
import { complain, element } from './dom.js';
import { saidLines } from './said-lines.js';
import { post } from './server.js';
import { isOver, isRinging, lineOf } from './words.js';

/** @typedef {import('../../simulator/calls/sim-call.ts').SimCall} SimCall */
/** @typedef {import('../phone-owner.ts').PhoneOwner['role']} Role */
/** @typedef {{ name: string, number: string, log: HTMLElement, screen: HTMLElement, form: HTMLElement, onMissed: () => void }} Handset */

/** The calls of one phone: it makes them, rings, shows the live one, and lists the ended ones. */
export class Calling {
  callButton = element(
    'button',
    { class: 'key answer', type: 'button', 'aria-label': 'Call the hotline' },
    'Call',
  );
  missedButton = element(
    'button',
    {
      class: 'key missed',
      type: 'button',
      'aria-label': 'Give a missed call',
      title: 'Ring the number that is never answered: the hotline calls back',
      hidden: '',
    },
    'Missed call',
  );
  buttons = element('div', { class: 'call-row' }, this.callButton, this.missedButton);
  /** @type {Set<string>} sids of calls in the list */
  listed = new Set();
  /** @type {HTMLElement | undefined} the whole phone */
  section = undefined;

  /** @param {Handset} handset */
  constructor(handset) {
    this.handset = handset;
    this.panel = new CallPanel(handset.name);
    this.callButton.addEventListener('click', () => void this.#call('hotline'));
    this.missedButton.addEventListener('click', () => void this.#call('missed'));
  }

  get isOn() {
    return this.panel.call !== undefined;
  }

  get isUntouched() {
    return !this.isOn && this.listed.size === 0;
  }

  /** @param {boolean} are */
  offerMissedCalls(are) {
    this.missedButton.hidden = !are;
  }

  /**
   * Shows the current state of a call of this phone.
   * @param {SimCall} call
   * @param {{ live: boolean, other: Role }} seen live: it changed while the page is open
   */
  show(call, { live, other }) {
    if (isOver(call)) {
      if (this.panel.call?.sid === call.sid) this.drop();
      this.#list(call, live);
      return;
    }
    const stage = isRinging(call) ? 'ringing' : 'on';
    const isNew = this.section?.dataset['call'] !== stage;
    const wasUsed = isNew && stage === 'on' && this.#isUsed();
    this.panel.show(call, other);
    if (!isNew) return;
    this.#turn(stage);
    if (wasUsed) this.panel.focus();
  }

  /** The call is gone. */
  drop() {
    const wasUsed = this.panel.element.contains(document.activeElement);
    this.panel.end();
    this.#turn(undefined);
    if (wasUsed) this.callButton.focus({ preventScroll: true });
  }

  #isUsed() {
    return this.section?.contains(document.activeElement) ?? false;
  }

  /** @param {'ringing' | 'on' | undefined} stage */
  #turn(stage) {
    const { screen, form } = this.handset;
    screen.hidden = stage !== undefined;
    form.hidden = stage === 'on';
    this.callButton.disabled = stage !== undefined;
    this.missedButton.disabled = stage !== undefined;
    if (stage === undefined) delete this.section?.dataset['call'];
    else if (this.section) this.section.dataset['call'] = stage;
  }

  /** Adds one line among the texts; it opens to show what was said. @param {SimCall} call @param {boolean} live */
  #list(call, live) {
    if (this.listed.has(call.sid)) return;
    this.listed.add(call.sid);
    const said = saidLines(call);
    const isMissed = call.direction === 'out' && call.answeredAt === undefined;
    const words = lineOf(call);
    const line =
      said.length === 0
        ? element('p', {}, words)
        : element(
            'details',
            {},
            element('summary', {}, words),
            element('ol', { class: 'said' }, ...said),
          );
    const { log } = this.handset;
    log.append(element('li', { class: `call-line ${isMissed ? 'missed' : 'made'}` }, line));
    log.scrollTop = log.scrollHeight;
    if (live && isMissed && call.status !== 'busy') this.handset.onMissed();
  }

  /** @param {'hotline' | 'missed'} to */
  async #call(to) {
    try {
      await post('calls', { phone: this.handset.number, to });
    } catch (error) {
      complain(error instanceof Error ? error.message : 'That did not work.');
    }
  }
}
