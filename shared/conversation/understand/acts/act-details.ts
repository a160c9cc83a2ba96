import type { Correction, RequestDraft } from '../../../people/drafts.ts';
import type { EpochMs } from '../../../terms/time.ts';
import { toDraft } from '../../dialogues/draft-from-text.ts';
import { findReplacedName } from '../../parse/corrections/find-replaced-name.ts';
import { parseName } from '../../parse/parse-name.ts';
import { findNameBeforeNumber } from '../../parse/parse-people.ts';
import type { ParsedRequest } from '../../parse/parse-request.ts';
import { parseCorrection } from '../../replies/parse-correction.ts';
import { parseDelay, parseLaterTime, parseOwnTime } from '../../replies/parse-own-time.ts';
import { parseFirstUnits, parseUnits, readMore } from '../../replies/parse-unit-count.ts';
import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import { tokenize } from '../../text/normalize.ts';
import { glossOf, isPlaceName, unknownMeaning } from '../../words/glosses/gloss-of.ts';
import type { ReadingContext, Situation } from '../situation.ts';
import type { Act, ActName, ActOf, AskedSubject } from './act.ts';

/* The values that an act carries: a request's details, a correction, a time. */

type Said = {
  text: string;
  says: ParsedRequest;
  situation: Situation;
  context: ReadingContext;
  subject: AskedSubject;
};

/** The hour at which a donor or volunteer says they come or check. */
const findTime = ({ text, context: { now } }: Said): EpochMs | undefined =>
  parseOwnTime(text, now) ?? parseDelay(text, now) ?? parseLaterTime(text, now);

/** The longest name that a family gives a hospital without the word "hospital". */
const mostNameWords = 6;

/** Few words with one of unknown meaning, and no other detail: the name of a hospital. */
const isShortName = ({ text, says }: Said): boolean => {
  const words = tokenize(text).filter(({ kind }) => kind === 'word');
  return (
    words.length <= mostNameWords &&
    says.units === undefined &&
    says.group === undefined &&
    says.component === undefined &&
    words.some((word) => isPlaceName(word) || glossOf(word)[0] === unknownMeaning)
  );
};

/** A plain answer to the last question: a name, a number, a place in any words. */
const answerTo = (said: Said): RequestDraft => {
  const { text, situation, says } = said;
  const { asked } = situation;
  switch (asked) {
    case 'units': {
      const units = parseFirstUnits(text) ?? says.units ?? parseUnits(text);
      return units === undefined ? {} : { units };
    }
    case 'patient':
    case 'attendant': {
      const name =
        says[asked] ?? parseName(text) ?? findNameBeforeNumber(tokenizeWithoutPhones(text), text);
      return name === undefined ? {} : { [asked]: name };
    }
    case 'hospital':
      return says.hospital || says.hospitalName || !isShortName(said)
        ? {}
        : { hospital: text.trim().replace(/\s+/g, ' ').slice(0, 40) };
    default:
      return {};
  }
};

/**
 * True for another request: blood of another group without a word of change, or for another patient. A place alone is where
 * the blood is needed now.
 */
const isOtherRequest = ({ text, says, situation, context }: Said): boolean => {
  const { request, asked } = situation;
  return (
    request !== undefined &&
    asked === undefined &&
    says.isRequest &&
    (says.group !== undefined || says.patient !== undefined) &&
    parseCorrection(text, request, context) === undefined
  );
};

/** A name that replaces another without a word of its role is the patient's. */
const withPatient = ({ attendant: _, ...draft }: Correction, patient: string): Correction => ({
  ...draft,
  patient,
});

const changesOf = (said: Said): Correction => {
  const { text, says, situation, context } = said;
  const { request, asked } = situation;
  if (asked) {
    const { componentUnclear: _, spoken: __, ...draft } = { ...toDraft(says), ...answerTo(said) };
    const name = asked === 'summary' ? findReplacedName(text) : undefined;
    return name === undefined ? draft : withPatient(draft, name);
  }
  const read = request && parseCorrection(text, request, context);
  if (read && read !== 'group-unclear') return read.changes;
  const { componentUnclear: _, spoken: __, ...draft } = toDraft(says);
  return draft;
};

type Detailers = { [A in Exclude<ActName, 'correct'>]: (said: Said) => ActOf[A] } & {
  correct(said: Said): ActOf['correct' | 'request'];
};

const detailers: Detailers = {
  request: (said) => ({ act: 'request', draft: { ...toDraft(said.says), ...answerTo(said) } }),
  correct: (said) =>
    isOtherRequest(said) ? detailers.request(said) : { act: 'correct', changes: changesOf(said) },
  later: (said) => {
    const time = findTime(said);
    return { act: 'later', ...(time !== undefined && { time }) };
  },
  more: ({ says, text }) => {
    const units = says.units ?? readMore(tokenize(text)) ?? parseUnits(text);
    return { act: 'more', ...(units !== undefined && { units }) };
  },
  refused: ({ text }) => ({ act: 'refused', reason: text.trim() }),
  ask: ({ subject }) => ({ act: 'ask', about: subject }),
  yes: () => ({ act: 'yes' }),
  no: () => ({ act: 'no' }),
  arrived: () => ({ act: 'arrived' }),
  gave: () => ({ act: 'gave' }),
  drop: () => ({ act: 'drop' }),
  'nobody-came': () => ({ act: 'nobody-came' }),
  'found-elsewhere': () => ({ act: 'found-elsewhere' }),
  died: () => ({ act: 'died' }),
  verified: () => ({ act: 'verified' }),
  unreachable: () => ({ act: 'unreachable' }),
  join: () => ({ act: 'join' }),
  status: () => ({ act: 'status' }),
  close: () => ({ act: 'close' }),
  pause: () => ({ act: 'pause' }),
  thanks: () => ({ act: 'thanks' }),
  greeting: () => ({ act: 'greeting' }),
  'stop-messages': () => ({ act: 'stop-messages' }),
  'wrong-person': () => ({ act: 'wrong-person' }),
  unclear: () => ({ act: 'unclear' }),
};

/** The act with the values that the text gives it. */
export const detailsOf = (act: ActName, said: Said): Act => detailers[act](said);
