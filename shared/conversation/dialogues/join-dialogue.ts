import type { Message } from '../../messages/message-keys.ts';
import type { JoinDraft } from '../../people/drafts.ts';
import type { Question } from '../../people/person.ts';
import type { Gazetteer } from '../../places/gazetteer.ts';
import { type Pin, pinSchema } from '../../places/place.ts';
import type { EpochMs } from '../../terms/time.ts';
import { parseBloodGroup } from '../parse/parse-blood-group.ts';
import { parseDay } from '../parse/parse-day.ts';
import { parseName } from '../parse/parse-name.ts';
import { withPlainDigits } from '../text/normalize.ts';
import { saysNeverDonated } from './never-donated.ts';
import { parseBirthYear } from './parse-birth-year.ts';
import { parseSex } from './parse-sex.ts';

/* The questions to a person who wants to become a donor. */

export type JoinField = Extract<Question, { about: 'join' }>['field'];
type Context = { gazetteer: Gazetteer; now: EpochMs };

export type CompleteJoin = { [F in JoinField]: Exclude<JoinDraft[F], undefined> };

/** Notice and consent come first: the hotline asks nothing else before an explicit yes (DPDP Act, docs/facts.md#law). */
export const nextJoinField = (draft: JoinDraft): JoinField | undefined => {
  if (!draft.agreed) return 'agreed';
  if (!draft.group) return 'group';
  if (!draft.pin) return 'pin';
  if (draft.name === undefined) return 'name';
  if (!draft.sex) return 'sex';
  if (!draft.birthYear) return 'birthYear';
  return draft.lastDonation === undefined ? 'lastDonation' : undefined;
};

const isComplete = (draft: JoinDraft): draft is CompleteJoin => nextJoinField(draft) === undefined;
export const completeJoin = (draft: JoinDraft): CompleteJoin | undefined =>
  isComplete(draft) ? draft : undefined;

const parseGroup = (text: string): JoinDraft => {
  const found = parseBloodGroup(text);
  return found?.type === 'found' ? { group: found.group } : {};
};

const matchPin = (text: string): Pin | undefined => {
  const digits = withPlainDigits(text).match(/(?<!\d)[1-9]\d{2}\s?\d{3}(?!\d)/)?.[0];
  return pinSchema.safeParse(digits?.replace(/\s/, '')).data;
};

const parsePin = (text: string, { gazetteer }: Context): JoinDraft => {
  const pin = matchPin(text);
  return pin && gazetteer.placeOfPin(pin) ? { pin } : {};
};

/** The fields in "JOIN B+ 211001 Amit Kumar M 1990". A word counts only when it cannot mean anything else. */
export const addJoinText = (raw: string, context: Context): JoinDraft => {
  const text = withPlainDigits(raw);
  const found = parseBloodGroup(text);
  const rest =
    found?.type === 'found' ? `${text.slice(0, found.start)} ${text.slice(found.end)}` : text;
  const words = rest
    .replaceAll(/\d{3}\s?\d{3}/g, ' ')
    .split(/[\s,;/]+/)
    .filter(Boolean);
  const sexWord = words.find((w) => !/^\d/.test(w) && parseSex(w) !== undefined);
  const yearWord = words.find((w) => /^(19|20)\d{2}$/.test(w));
  const name = parseName(words.filter((w) => w !== sexWord && !/\d/.test(w)).join(' '));
  const sex = sexWord && parseSex(sexWord);
  const birthYear = yearWord && parseBirthYear(yearWord, context.now);
  return {
    ...parseGroup(text),
    ...parsePin(text, context),
    ...(name && { name }),
    ...(sex && { sex }),
    ...(birthYear && { birthYear }),
  };
};

/** The draft after an answer to `field`. For the last donation, the digit 1 and some words mean never, or long ago. */
export const addJoinAnswer = (
  draft: JoinDraft,
  field: JoinField,
  answer: { text: string; digit?: number | undefined },
  context: Context,
): JoinDraft => ({ ...draft, ...parseAnswer(field, answer, context) });

const parseAnswer = (
  field: JoinField,
  { text, digit }: { text: string; digit?: number | undefined },
  context: Context,
): JoinDraft => {
  switch (field) {
    case 'agreed':
      return digit === 1 ? { agreed: true } : {};
    case 'group':
      return parseGroup(text);
    case 'pin':
      return parsePin(text, context);
    case 'name': {
      const name = parseName(text);
      return name ? { name } : {};
    }
    case 'sex': {
      const sex = parseSex(text);
      return sex ? { sex } : {};
    }
    case 'birthYear': {
      const birthYear = parseBirthYear(text, context.now);
      return birthYear ? { birthYear } : {};
    }
    case 'lastDonation': {
      // Before the day: "abhi tak nahi" (not until now) is no donation of today.
      if (digit === 1 || saysNeverDonated(text)) return { lastDonation: null };
      const day = parseDay(text, context.now);
      return day ? { lastDonation: day } : {};
    }
  }
};

const questions = {
  agreed: 'joinNotice',
  group: 'joinAskGroup',
  pin: 'joinAskPin',
  name: 'joinAskName',
  sex: 'joinAskSex',
  birthYear: 'joinAskBirthYear',
  lastDonation: 'joinAskLastDonation',
} as const satisfies Record<JoinField, string>;

export const nextJoinQuestion = (draft: JoinDraft, again: boolean): Message => ({
  key: questions[nextJoinField(draft) ?? 'agreed'],
  params: again ? { again } : {},
});

/** The question after an answer to `field`. A PIN in the right form that does not exist gets a reply of its own. */
export const joinQuestionAfter = (draft: JoinDraft, field: JoinField, text: string): Message => {
  const again = nextJoinField(draft) === field;
  return again && field === 'pin' && matchPin(text)
    ? { key: 'joinPinUnknown', params: {} }
    : nextJoinQuestion(draft, again);
};
