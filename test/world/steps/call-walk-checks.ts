import { isDeepStrictEqual } from 'node:util';
import type { Write } from '#functions/ports/store.ts';
import type { Call, CallInput } from '#shared/conversation/call-menu/call.ts';
import type { CallReply } from '#shared/conversation/call-menu/call-reply.ts';
import type { CallState } from '#shared/conversation/call-menu/call-state.ts';
import { isRecordScreen } from '#shared/conversation/call-menu/screens/screen.ts';
import type { Person } from '#shared/people/person.ts';
import type { readTwiml } from '../servers/foreign-calls.ts';

/* What must hold at every screen of the call menu, whatever a caller does there. Each check returns what is wrong. */

type Verb = ReturnType<typeof readTwiml>[number];

/** No stretch is longer without a word, a tone or ringing. */
export const mostMuteSeconds = 20;

/** The longest stretch in which the caller hears nothing, when neither keys nor words come. */
export const muteSecondsOf = (verbs: readonly Verb[]): number => {
  let [now, longest] = [0, 0];
  for (const { name, attributes, inside } of verbs) {
    if (['Say', 'Play', 'Record', 'Dial'].includes(name) || inside.length > 0) now = 0;
    if (name === 'Gather' || name === 'Record') now += Number(attributes['timeout'] ?? 5);
    if (name === 'Pause') now += Number(attributes['length'] ?? 1);
    longest = Math.max(longest, now);
  }
  return longest;
};

/** Between two rounds of volunteers the caller hears words. */
export const ringsTooLong = ({ state, reply }: Call): boolean =>
  state.at === 'volunteer' &&
  reply?.next.type === 'ring' &&
  (reply.next.ringSeconds > mostMuteSeconds || reply.say.length === 0);

/** Every screen that takes keys names 0, a volunteer; a message to the volunteers and a machine's second hearing do not. */
export const hidesZero = ({ state, direction, heardKey, tries }: Call, reply: CallReply): boolean =>
  !(direction === 'out' && !heardKey && tries > 0) &&
  (reply.next.type === 'keys' || reply.next.type === 'record') &&
  state.at !== 'volunteer-message' &&
  !reply.say.some((line) => line.type === 'words' && /शून्य|zero/.test(line.words));

/** Keys by which a caller takes an answer back. */
const takesBack = (at: CallState['at'], keys: string): boolean =>
  ['need-change', 'need-change-more'].includes(at) ||
  (at === 'need-when' && keys === '*') ||
  (at === 'need-summary' && (keys === '1' || keys === '3')) ||
  (at === 'join-consent' && keys === '2') ||
  (at === 'request-close' && keys === '1') ||
  (at === 'forget' && keys === '1');

/** Of a draft, no answer: the language in which the notice was shown. */
const bookkeeping: ReadonlySet<string> = new Set(['noticeIn']);

const answersOf = (person: Person | undefined): [string, unknown][] => {
  const { requestDraft = {}, joinDraft = {} } = person ?? {};
  return [...Object.entries(requestDraft), ...Object.entries(joinDraft)].filter(
    ([name]) => !bookkeeping.has(name),
  );
};

type Step = { state: CallState; input: CallInput; before: Person | undefined };

/**
 * The answers that were given before and are gone. None after a key that takes one back, and none once they have become
 * a request or a registration, or were replaced by a newer answer to the same question.
 */
export const lostAnswers = (
  { state, input, before }: Step,
  after: Person | undefined,
  isSaved: boolean,
): string[] => {
  const keys = input.type === 'keys' ? input.keys : '';
  if (isSaved || takesBack(state.at, keys)) return [];
  const kept = new Set(answersOf(after).map(([name]) => name));
  return answersOf(before)
    .map(([name]) => name)
    .filter((name) => !kept.has(name));
};

/** True when something was said after a tone, and nothing of it was saved. 9 asks to say it again. */
export const losesRecording = ({ state, input }: Step, saves: readonly Write[]): boolean =>
  isRecordScreen(state) &&
  input.type === 'recorded' &&
  input.recording !== null &&
  input.key !== '9' &&
  !saves.some((write) => 'put' in write && write.put.kind === 'recording');

/** Noise is no answer: the screen is repeated, or after three times a volunteer is rung. */
export const mistakesNoise = ({ state, before }: Step, call: Call, after: Person | undefined) =>
  !isRecordScreen(state) &&
  (!isDeepStrictEqual(answersOf(before), answersOf(after)) ||
    !(
      isDeepStrictEqual(call.state, state) ||
      ['volunteer', 'volunteer-message', 'ended'].includes(call.state.at)
    ));
