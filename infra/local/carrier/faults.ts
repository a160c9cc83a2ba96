/** What may happen to a request that creates a message or a call. The last two: it is taken, and nobody hears of it. */
export type SendFault = 'too-many-requests' | 'server-error' | 'silence' | 'cut';

/** A number that takes no texts: refused at once (21…), or undelivered later (30…). */
export type NumberFault = 21211 | 21614 | 30003 | 30005 | 30006 | 30008;

/**
 * What a phone does with a call: it is engaged, cannot be reached, rings for nobody, or a machine picks up and presses
 * nothing. A number: the call is refused at once with that code.
 */
export type CallFault = 'busy' | 'failed' | 'no-answer' | 'voicemail' | 21211 | 21215;

/** What goes wrong. May be changed at any time; chances go from 0 to 1 and are drawn by the carrier's seed. */
export type Faults = {
  /** These befall the next requests that create a message or a call, one each, before any chance is drawn. */
  nextSends: SendFault[];
  tooManyRequests: number;
  serverError: number;
  /** Accepted, then never answered. */
  silenceAfterAccepting: number;
  /** Accepted, then the connection breaks. */
  cutAfterAccepting: number;
  /** Incoming texts and callbacks: posted twice. */
  duplicateWebhook: number;
  /** Incoming texts and callbacks: `delayMs` of hotline time late. */
  delayWebhook: number;
  delayMs: number;
  /** A message's last callback comes before the one that should precede it. */
  reorderCallbacks: number;
  dropCallback: number;
  /** By phone number, until removed. */
  numbers: Record<string, NumberFault>;
  /** By phone number, until removed. */
  calls: Record<string, CallFault>;
  /** Voices that cannot be had just now, as <Say> names them. */
  badVoices: string[];
  /**
   * Of several phones rung at once the first to pick up has the call, and the others stop, whatever its whisper comes
   * to. Twilio's words ("the first call to pick up is connected … and the rest are hung up") allow this reading too.
   */
  firstPickUpEndsOthers: boolean;
};

export const noFaults = (): Faults => ({
  nextSends: [],
  tooManyRequests: 0,
  serverError: 0,
  silenceAfterAccepting: 0,
  cutAfterAccepting: 0,
  duplicateWebhook: 0,
  delayWebhook: 0,
  delayMs: 30_000,
  reorderCallbacks: 0,
  dropCallback: 0,
  numbers: {},
  calls: {},
  badVoices: [],
  firstPickUpEndsOthers: false,
});

export type Dice = { lands(chance: number): boolean };

/** Repeatable chance: mulberry32, 32 bits of state, the same sequence for the same seed. */
export const createDice = (seed: number): Dice => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { lands: (chance) => chance > 0 && next() < chance };
};

/** What befalls this call, if anything. */
export const drawSendFault = (faults: Faults, dice: Dice): SendFault | undefined => {
  const next = faults.nextSends.shift();
  if (next) return next;
  if (dice.lands(faults.tooManyRequests)) return 'too-many-requests';
  if (dice.lands(faults.serverError)) return 'server-error';
  if (dice.lands(faults.silenceAfterAccepting)) return 'silence';
  return dice.lands(faults.cutAfterAccepting) ? 'cut' : undefined;
};
