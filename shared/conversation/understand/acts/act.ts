import type { Correction, RequestDraft } from '../../../people/drafts.ts';
import type { EpochMs } from '../../../terms/time.ts';

/** What a question is about. `other`: a person must answer it. */
export const askedSubjects = [
  'who-are-you',
  'how-far',
  'what-to-bring',
  'may-i-give',
  'other-group',
  'cost',
  'where-is-donor',
  'how-it-works',
  'time-needed',
  'other',
] as const;
export type AskedSubject = (typeof askedSubjects)[number];

/** What a person does with words (docs/contract.md, "hotline understand"). */
export type Act =
  /** Asks for blood; `draft` has only what the text says. */
  | { act: 'request'; draft: RequestDraft }
  /** Gives or changes details of a request that is open or being told. */
  | { act: 'correct'; changes: Correction }
  | { act: 'yes' }
  | { act: 'no' }
  /** Comes, or checks, at another time; without `time` no hour is said. */
  | { act: 'later'; time?: EpochMs }
  | { act: 'arrived' }
  | { act: 'gave' }
  /** A donor takes a promise back. */
  | { act: 'drop' }
  | { act: 'nobody-came' }
  | { act: 'found-elsewhere' }
  | { act: 'died' }
  | { act: 'verified' }
  | { act: 'refused'; reason?: string }
  /** A volunteer could not reach the family. */
  | { act: 'unreachable' }
  | { act: 'ask'; about: AskedSubject }
  | { act: 'join' }
  | { act: 'status' }
  | { act: 'close' }
  | { act: 'more'; units?: number }
  | { act: 'pause' }
  | { act: 'thanks' }
  | { act: 'greeting' }
  | { act: 'stop-messages' }
  | { act: 'wrong-person' }
  /** A careful reader would ask. */
  | { act: 'unclear' };
export type ActName = Act['act'];
export type ActOf = { [A in Act as A['act']]: A };

/** The order in which several acts of one text are taken: what has happened, what changes, what is asked, farewells. */
export const actOrder: readonly ActName[] = [
  'arrived',
  'verified',
  'unreachable',
  'refused',
  'yes',
  'no',
  'gave',
  'drop',
  'later',
  'died',
  'nobody-came',
  'found-elsewhere',
  'request',
  'correct',
  'more',
  'close',
  'join',
  'status',
  'ask',
  'pause',
  'wrong-person',
  'stop-messages',
  'greeting',
  'thanks',
  'unclear',
];
