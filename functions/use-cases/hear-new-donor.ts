import {
  type CompleteJoin,
  completeJoin,
  hearJoinAnswer,
  hearJoinText,
  joinQuestionAfter,
  nextJoinField,
  nextJoinQuestion,
} from '#shared/conversation/join-dialogue.ts';
import { mayGiveFrom, registrationAge } from '#shared/donor/eligibility.ts';
import type { Donor, JoinDraft, Person, Question } from '#shared/donor/person.ts';
import { withQuestion } from '#shared/donor/questions.ts';
import { register } from '#shared/donor/register.ts';
import type { Message } from '#shared/messages/meanings.ts';
import { noticeVersion } from '#shared/messages/notice-version.ts';
import type { Place } from '#shared/places/place.ts';
import { dayOf } from '#shared/terms/time.ts';
import { languageOf } from './receive-text.ts';
import type { Turn } from './turn.ts';

type Phone = Person['phone'];
const context = (turn: Turn) => ({ gazetteer: turn.services.gazetteer, now: turn.now });

/** JOIN …: what the text says is kept, the notice and an explicit yes come before anything is asked. */
export const startJoining = async (turn: Turn, from: Phone, text: string): Promise<void> => {
  const { donor } = await turn.person(from);
  const draft = hearJoinText(text, context(turn));
  if (donor && Object.keys(draft).length === 0) {
    return turn.reply({
      key: 'alreadyJoined',
      params: { group: donor.group, place: donor.place.name },
    });
  }
  // Somebody registered only says what has changed; their consent and the rest still hold.
  const told = donor ? { ...known(await turn.person(from), donor), ...draft } : draft;
  await goOn(turn, from, told, nextJoinQuestion(told, false));
};

const known = (person: Person, donor: Donor): JoinDraft => ({
  agreed: true,
  group: donor.group,
  pin: donor.pin,
  name: person.name,
  sex: donor.sex,
  birthYear: donor.birthYear,
  lastDonation: donor.lastDonation?.day ?? null,
});

/** An answer to a question of the registration. */
export const hearNewDonor = async (
  turn: Turn,
  from: Phone,
  question: Extract<Question, { about: 'join' }>,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const draft = (await turn.person(from)).joinDraft ?? {};
  if (question.field === 'agreed' && digit === 2) {
    await endJoin(turn, from);
    turn.reply({ key: 'joinDeclined', params: {} });
    return true;
  }
  const heard = hearJoinAnswer(draft, question.field, { text, digit }, context(turn));
  await goOn(turn, from, heard, joinQuestionAfter(heard, question.field, text));
  return true;
};

const goOn = async (turn: Turn, from: Phone, draft: JoinDraft, ask: Message): Promise<void> => {
  if (await keepJoin(turn, from, draft, 'text')) turn.reply(ask);
};

/**
 * Keep what has been told so far; who has told all is a donor from now on, who is too young or too old hears so.
 * True: something is still to be asked.
 */
export const keepJoin = async (
  turn: Turn,
  from: Phone,
  draft: JoinDraft,
  by: 'text' | 'call',
): Promise<boolean> => {
  const { policy } = turn.services.config;
  const age =
    draft.birthYear && draft.agreed
      ? registrationAge(draft.birthYear, turn.now, policy.donation)
      : 'ok';
  if (age !== 'ok') {
    await endJoin(turn, from);
    turn.reply({ key: age === 'too-young' ? 'joinTooYoung' : 'joinTooOld', params: {} });
    return false;
  }
  const complete = completeJoin(draft);
  const place = complete && turn.services.gazetteer.placeOfPin(complete.pin);
  if (complete && place) {
    await enrol(turn, from, { ...complete, place, by });
    return false;
  }
  const field = nextJoinField(draft) ?? 'pin';
  const question: Question = { about: 'join', field, at: turn.now };
  turn.change({ ...withQuestion(await turn.person(from), question), joinDraft: draft });
  return true;
};

/** A registration that is told, declined or not possible is no longer asked for. */
export const endJoin = async (turn: Turn, from: Phone): Promise<void> => {
  const { joinDraft: _, question: __, interrupted: ___, ...rest } = await turn.person(from);
  turn.change(rest);
};

const enrol = async (
  turn: Turn,
  from: Phone,
  { place, by, ...draft }: CompleteJoin & { place: Place; by: 'text' | 'call' },
): Promise<void> => {
  const { joinDraft } = await turn.person(from);
  const nameSpoken = joinDraft?.nameSpoken;
  await endJoin(turn, from);
  const { name: _, ...person } = await turn.person(from);
  const { policy } = turn.services.config;
  const consent = {
    at: turn.now,
    by,
    language: languageOf(turn.services, person.language),
    notice: noticeVersion,
  };
  const donor = register({ ...draft, place, consent }, person.donor, policy);
  turn.change({
    ...person,
    // Said aloud: the recording stands for it.
    ...(draft.name && { name: draft.name }),
    ...(nameSpoken && { nameSpoken }),
    donor,
  });
  const next = mayGiveFrom(donor, 'whole-blood', policy.donation);
  turn.reply({
    key: 'joined',
    params: {
      group: donor.group,
      place: place.name,
      ...(next > turn.now && { from: dayOf(next) }),
    },
  });
};

/** Say the open question of a registration once more. */
export const sayJoinQuestion = async (
  turn: Turn,
  from: Phone,
  again: boolean,
): Promise<boolean> => {
  const { joinDraft } = await turn.person(from);
  if (joinDraft) turn.reply(nextJoinQuestion(joinDraft, again));
  return joinDraft !== undefined;
};
