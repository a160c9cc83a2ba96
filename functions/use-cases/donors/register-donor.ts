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
import { type Consent, noticeVersion } from '#shared/people/consent.ts';
import type { Donor } from '#shared/people/donor.ts';
import { wantsNoAlerts, withoutPause } from '#shared/people/donor-updates.ts';
import { type JoinDraft, withConsent, withNoticeIn } from '#shared/people/drafts.ts';
import { mayGiveFrom, registrationAge } from '#shared/people/eligibility.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { register } from '#shared/people/register.ts';
import type { Place } from '#shared/places/place.ts';
import { type Language, spokenLanguageOf } from '#shared/terms/language.ts';
import { dayOf } from '#shared/terms/time.ts';
import { seatWalkIn } from '../camps/seat-walk-in.ts';
import { languageOf } from '../message-context.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

type Phone = Person['phone'];
const context = (work: UnitOfWork) => ({ gazetteer: work.services.gazetteer, now: work.now });

/** JOIN …: saves what the text says. The notice and an explicit yes come before any question. */
export const startRegistration = async (
  work: UnitOfWork,
  from: Phone,
  text: string,
): Promise<void> => {
  const { donor } = await work.person(from);
  const draft = addJoinText(text, context(work));
  if (donor && Object.keys(draft).length === 0) {
    if (wantsNoAlerts(donor)) {
      const asked = withoutPause(donor, work.services.config.policy);
      work.change({ ...(await work.person(from)), donor: asked });
    }
    return work.reply({
      key: 'alreadyJoined',
      params: { group: donor.group, place: donor.place.name },
    });
  }
  // A registered donor texts only the changes. Their consent, to the notice of that time, and the rest stay.
  const full = donor ? { ...draftOf(await work.person(from), donor), ...draft } : draft;
  await saveAndAsk(work, from, full, nextJoinQuestion(full, false));
};

const draftOf = (person: Person, donor: Donor): JoinDraft => ({
  agreed: true,
  consent: donor.consent,
  group: donor.group,
  pin: donor.pin,
  name: person.name,
  sex: donor.sex,
  birthYear: donor.birthYear,
  lastDonation: donor.lastDonation?.day ?? null,
});

/** Handles an answer to a question of the registration. */
export const continueRegistration = async (
  work: UnitOfWork,
  from: Phone,
  question: Extract<Question, { about: 'join' }>,
  text: string,
  digit?: number,
): Promise<boolean> => {
  const draft = (await work.person(from)).joinDraft ?? {};
  if (question.field === 'agreed' && digit === 2) {
    await completeRegistration(work, from);
    work.reply({ key: 'joinDeclined', params: {} });
    return true;
  }
  const answered = addJoinAnswer(draft, question.field, { text, digit }, context(work));
  await saveAndAsk(work, from, answered, joinQuestionAfter(answered, question.field, text));
  return true;
};

const saveAndAsk = async (
  work: UnitOfWork,
  from: Phone,
  draft: JoinDraft,
  ask: Message,
): Promise<void> => {
  if (await saveJoinDraft(work, from, draft, 'text')) work.reply(ask);
};

/**
 * Saves the draft. A complete draft registers the donor; a person who is too young or too old gets a reply that says
 * so. `shownIn`: the language of the notice, when it is not the person's. Returns true when a question is still open.
 */
export const saveJoinDraft = async (
  work: UnitOfWork,
  from: Phone,
  answers: JoinDraft,
  by: 'text' | 'call' | 'site',
  shownIn?: Language,
): Promise<boolean> => {
  const { policy } = work.services.config;
  const language = shownIn ?? noticeLanguage(work, await work.person(from), by);
  const draft = withConsent(answers, { at: work.now, by, language, notice: noticeVersion });
  const age =
    draft.birthYear && draft.agreed
      ? registrationAge(draft.birthYear, work.now, policy.donation)
      : 'ok';
  if (age !== 'ok') {
    await completeRegistration(work, from);
    work.reply({ key: age === 'too-young' ? 'joinTooYoung' : 'joinTooOld', params: {} });
    return false;
  }
  const complete = completeJoin(draft);
  const place = complete && work.services.gazetteer.placeOfPin(complete.pin);
  if (complete && place) {
    const { consent } = draft;
    if (!consent) throw new Error('a donor is registered only with consent');
    await saveDonor(work, from, { ...complete, place, consent });
    return false;
  }
  const field = nextJoinField(draft) ?? 'pin';
  const question: Question = { about: 'join', field, at: work.now };
  work.change({ ...withQuestion(await work.person(from), question), joinDraft: draft });
  return true;
};

/** Hindi in Latin letters is a way of writing, so in a call the notice is spoken in Hindi. */
const noticeLanguage = (work: UnitOfWork, person: Person, by: Consent['by']): Language => {
  const language = languageOf(work.services, person.language);
  return by === 'call' ? spokenLanguageOf(language) : language;
};

/** Ends a registration that is complete, declined or not possible: no further question. */
export const completeRegistration = async (work: UnitOfWork, from: Phone): Promise<void> => {
  const { joinDraft: _, question: __, interrupted: ___, ...rest } = await work.person(from);
  work.change(rest);
};

const saveDonor = async (
  work: UnitOfWork,
  from: Phone,
  draft: CompleteJoin & { place: Place; consent: Consent },
): Promise<void> => {
  const { joinDraft } = await work.person(from);
  const nameSpoken = joinDraft?.nameSpoken;
  await completeRegistration(work, from);
  const { name: _, leftAlone: __, ...person } = await work.person(from);
  const { policy } = work.services.config;
  const donor = register(draft, person.donor, policy);
  work.change({
    ...person,
    // A spoken name is a recording without a text.
    ...(draft.name && { name: draft.name }),
    ...(nameSpoken && { nameSpoken }),
    donor,
  });
  const next = mayGiveFrom(donor, 'whole-blood', policy.donation);
  work.reply({
    key: 'joined',
    params: {
      group: donor.group,
      place: draft.place.name,
      ...(next > work.now && { from: dayOf(next) }),
    },
  });
  await seatWalkIn(work, from);
};

/** Repeats the open question of a registration. */
export const askJoinQuestion = async (
  work: UnitOfWork,
  from: Phone,
  again: boolean,
): Promise<boolean> => {
  const person = await work.person(from);
  const { joinDraft } = person;
  if (!joinDraft) return false;
  const language = noticeLanguage(work, person, 'text');
  work.change({ ...person, joinDraft: withNoticeIn(joinDraft, language) });
  work.reply(nextJoinQuestion(joinDraft, again));
  return true;
};
