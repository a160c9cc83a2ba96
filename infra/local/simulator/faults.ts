/**
 * Faults of a request that creates a message or a call. reset: the connection breaks before the request is accepted.
 * The last three: it is accepted, and the sender does not learn so.
 */
export type SendFault =
  | 'too-many-requests'
  | 'server-error'
  | 'reset'
  | 'late-error'
  | 'silence'
  | 'cut';

/**
 * A number that receives no texts: refused at once (21…), or undelivered later (30…). 21610: this carrier has it as
 * opted out. 63016: its WhatsApp window of 24 hours is closed, whatever we think; plain texts arrive.
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
 * What happens to a call to a phone: it is busy, cannot be reached, rings unanswered, or a machine picks up and presses
 * nothing. A number: the call is refused at once with that code.
 */
export type PhoneFault = 'busy' | 'failed' | 'no-answer' | 'voicemail' | 21211 | 21215;

/** What goes wrong. May be changed at any time; chances go from 0 to 1 and are drawn with the carrier's seed. */
export type Faults = {
  /** One each for the next requests that create a message or a call, before any chance is drawn. */
  nextSends: SendFault[];
  tooManyRequests: number;
  serverError: number;
  /** The connection breaks before anything is accepted. */
  resetBeforeAccepting: number;
  /** Accepted, and answered with a 500 nevertheless. */
  errorAfterAccepting: number;
  /** Accepted, then never answered. */
  silenceAfterAccepting: number;
  /** Accepted, then the connection breaks. */
  cutAfterAccepting: number;
  /** The list of sent messages answers 500. */
  listError: number;
  /** Incoming texts and callbacks: the webhook and its retry are both lost. */
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
  calls: Record<string, PhoneFault>;
  /** Voices that are not available, as <Say> names them. */
  badVoices: string[];
  /**
   * Of several phones rung at once, the first to pick up gets the call and the others stop, however its whisper ends.
   * Twilio's words ("the first call to pick up is connected … and the rest are hung up") allow this reading too.
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

/** Faults that occur by chance. */
export type ChanceFault = {
  [K in keyof Faults]: Faults[K] extends number ? (K extends 'delayMs' ? never : K) : never;
}[keyof Faults];
/** Receives each fault that occurs: by chance, from `nextSends`, or of a number. */
export type FaultListener = (what: ChanceFault | SendFault | NumberFault) => void;

export type Rng = { occurs(what: ChanceFault): boolean; report: FaultListener };

/** Repeatable chance: mulberry32, 32 bits of state, the same sequence for the same seed and faults. */
export const createRng = (faults: Faults, seed: number, report: FaultListener = () => {}): Rng => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const occurs = (what: ChanceFault): boolean => {
    const isDrawn = faults[what] > 0 && next() < faults[what];
    if (isDrawn) report(what);
    return isDrawn;
  };
  return { occurs, report };
};

/** The fault of this request, if any. */
export const drawSendFault = (faults: Faults, rng: Rng): SendFault | undefined => {
  const next = faults.nextSends.shift();
  if (next) rng.report(next);
  if (next) return next;
  if (rng.occurs('tooManyRequests')) return 'too-many-requests';
  if (rng.occurs('serverError')) return 'server-error';
  if (rng.occurs('resetBeforeAccepting')) return 'reset';
  if (rng.occurs('errorAfterAccepting')) return 'late-error';
  if (rng.occurs('silenceAfterAccepting')) return 'silence';
  return rng.occurs('cutAfterAccepting') ? 'cut' : undefined;
};
