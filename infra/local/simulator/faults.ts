/**
 * What may happen to a request that creates a message or a call. reset: the connection breaks before it is taken.
 * The last three: it is taken, and nobody hears so.
 */
export type SendFault =
  | 'too-many-requests'
  | 'server-error'
  | 'reset'
  | 'late-error'
  | 'silence'
  | 'cut';

/**
 * A number that takes no texts: refused at once (21…), or undelivered later (30…). 21610: this carrier holds it for
 * opted out. 63016: its 24 hours of WhatsApp are over, whatever we think; plain texts pass.
 */
export type NumberFault =
  | 21211
  | 21610
  | 21614
  | 30003
  | 30004
  | 30005
  | 30006
  | 30007
  | 30008
  | 63016;

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
  /** The connection breaks before anything is taken. */
  resetBeforeAccepting: number;
  /** Accepted, and answered with a 500 nevertheless. */
  errorAfterAccepting: number;
  /** Accepted, then never answered. */
  silenceAfterAccepting: number;
  /** Accepted, then the connection breaks. */
  cutAfterAccepting: number;
  /** What it has sent cannot be listed just now: 500. */
  listError: number;
  /** Incoming texts and callbacks: neither the webhook nor its second try gets through. */
  dropWebhook: number;
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
  resetBeforeAccepting: 0,
  errorAfterAccepting: 0,
  silenceAfterAccepting: 0,
  cutAfterAccepting: 0,
  listError: 0,
  dropWebhook: 0,
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

/** Faults that befall by chance. */
export type ChanceFault = {
  [K in keyof Faults]: Faults[K] extends number ? (K extends 'delayMs' ? never : K) : never;
}[keyof Faults];
/** What befell, for whoever counts: by chance, next in line, or for a number. */
export type FaultListener = (what: ChanceFault | SendFault | NumberFault) => void;

export type Rng = { befalls(what: ChanceFault): boolean; tell: FaultListener };

/** Repeatable chance: mulberry32, 32 bits of state, the same sequence for the same seed and faults. */
export const createRng = (faults: Faults, seed: number, tell: FaultListener = () => {}): Rng => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const befalls = (what: ChanceFault): boolean => {
    const lands = faults[what] > 0 && next() < faults[what];
    if (lands) tell(what);
    return lands;
  };
  return { befalls, tell };
};

/** What befalls this call, if anything. */
export const drawSendFault = (faults: Faults, dice: Rng): SendFault | undefined => {
  const next = faults.nextSends.shift();
  if (next) dice.tell(next);
  if (next) return next;
  if (dice.befalls('tooManyRequests')) return 'too-many-requests';
  if (dice.befalls('serverError')) return 'server-error';
  if (dice.befalls('resetBeforeAccepting')) return 'reset';
  if (dice.befalls('errorAfterAccepting')) return 'late-error';
  if (dice.befalls('silenceAfterAccepting')) return 'silence';
  return dice.befalls('cutAfterAccepting') ? 'cut' : undefined;
};
