import {
  addJoinAnswer,
  addJoinText,
  type CompleteJoin,
  completeJoin,
  joinQuestionAfter,
  nextJoinField,
  nextJoinQuestion,
} from '#shared/conversation/dialogues/join-dialogue.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import { noticeVersion } from '#shared/messages/notice-version.ts';
import { withConsent, withNoticeIn } from '#shared/people/consent.ts';
import { mayGiveFrom, registrationAge } from '#shared/people/eligibility.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import type { Donor, JoinDraft, Person, Question } from '#shared/people/person.ts';
import { register } from '#shared/people/register.ts';
import type { Place } from '#shared/places/place.ts';
import type { Language } from '#shared/terms/language.ts';
import { spokenLanguageOf } from '#shared/terms/spoken-language.ts';
import { dayOf } from '#shared/terms/time.ts';
import { languageOf } from '../message-context.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Phone = Person['phone'];
const context = (turn: UnitOfWork) => ({ gazetteer: turn.services.gazetteer, now: turn.now });

/** JOIN …: what the text says is kept, the notice and an explicit yes come before anything is asked. */
export const startRegistration = async (
  turn: UnitOfWork,
  from: Phone,
  text: string,
): Promise<void> => {
  const { donor } = await turn.person(from);
  const draft = addJoinText(text, context(turn));
  if (donor && Object.keys(draft).length === 0) {
    return turn.reply({
      key: 'alreadyJoined',
      params: { group: donor.group, place: donor.place.name },
    });
  }
  // Somebody registered only says what has changed; their consent, to the notice of then, and the rest still hold.
  const told = donor ? { ...known(await turn.person(from), donor), ...draft } : draft;
  await goOn(turn, from, told, nextJoinQuestion(told, false));
};

const known = (person: Person, donor: Donor): JoinDraft => ({
  agreed: true,
  consent: donor.consent,
  group: donor.group,
  pin: donor.pin,
  name: person.name,
  sex: donor.sex,
  birthYear: donor.birthYear,
  lastDonation: donor.lastDonation?.day ?? null,
});

/** An answer to a question of the registration. */
export const continueRegistration = async (
  turn: UnitOfWork,
  from: Phone,
  question: Extract<Question, { about: 'join' }>,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const draft = (await turn.person(from)).joinDraft ?? {};
  if (question.field === 'agreed' && digit === 2) {
    await completeRegistration(turn, from);
    turn.reply({ key: 'joinDeclined', params: {} });
    return true;
  }
  const heard = addJoinAnswer(draft, question.field, { text, digit }, context(turn));
  await goOn(turn, from, heard, joinQuestionAfter(heard, question.field, text));
  return true;
};

const goOn = async (
  turn: UnitOfWork,
  from: Phone,
  draft: JoinDraft,
  ask: Message,
): Promise<void> => {
  if (await saveJoinDraft(turn, from, draft, 'text')) turn.reply(ask);
};

/**
 * Keep what has been told so far; who has told all is a donor from now on, who is too young or too old hears so.
 * True: something is still to be asked.
 */
export const saveJoinDraft = async (
  turn: UnitOfWork,
  from: Phone,
  told: JoinDraft,
  by: 'text' | 'call',
): Promise<boolean> => {
  const { policy } = turn.services.config;
  const language = noticeLanguage(turn, await turn.person(from), by);
  const draft = withConsent(told, { at: turn.now, by, language, notice: noticeVersion });
  const age =
    draft.birthYear && draft.agreed
      ? registrationAge(draft.birthYear, turn.now, policy.donation)
      : 'ok';
  if (age !== 'ok') {
    await completeRegistration(turn, from);
    turn.reply({ key: age === 'too-young' ? 'joinTooYoung' : 'joinTooOld', params: {} });
    return false;
  }
  const complete = completeJoin(draft);
  const place = complete && turn.services.gazetteer.placeOfPin(complete.pin);
  if (complete && place) {
    const { consent } = draft;
    if (!consent) throw new Error('nobody is a donor who has not agreed');
    await enrol(turn, from, { ...complete, place, consent });
    return false;
  }
  const field = nextJoinField(draft) ?? 'pin';
  const question: Question = { about: 'join', field, at: turn.now };
  turn.change({ ...withQuestion(await turn.person(from), question), joinDraft: draft });
  return true;
};

/** Hindi in Latin letters is a way of writing: in a call the notice is heard in Hindi. */
const noticeLanguage = (turn: UnitOfWork, person: Person, by: 'text' | 'call'): Language => {
  const language = languageOf(turn.services, person.language);
  return by === 'call' ? spokenLanguageOf(language) : language;
};

/** A registration that is told, declined or not possible is no longer asked for. */
export const completeRegistration = async (turn: UnitOfWork, from: Phone): Promise<void> => {
  const { joinDraft: _, question: __, interrupted: ___, ...rest } = await turn.person(from);
  turn.change(rest);
};

const enrol = async (
  turn: UnitOfWork,
  from: Phone,
  draft: CompleteJoin & { place: Place; consent: Donor['consent'] },
): Promise<void> => {
  const { joinDraft } = await turn.person(from);
  const nameSpoken = joinDraft?.nameSpoken;
  await completeRegistration(turn, from);
  const { name: _, ...person } = await turn.person(from);
  const { policy } = turn.services.config;
  const donor = register(draft, person.donor, policy);
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
      place: draft.place.name,
      ...(next > turn.now && { from: dayOf(next) }),
    },
  });
};

/** Say the open question of a registration once more. */
export const askJoinQuestion = async (
  turn: UnitOfWork,
  from: Phone,
  again: boolean,
): Promise<boolean> => {
  const person = await turn.person(from);
  const { joinDraft } = person;
  if (!joinDraft) return false;
  const language = noticeLanguage(turn, person, 'text');
  turn.change({ ...person, joinDraft: withNoticeIn(joinDraft, language) });
  turn.reply(nextJoinQuestion(joinDraft, again));
  return true;
};
