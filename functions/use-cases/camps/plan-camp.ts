import { callOffCamp, openCamp } from '#shared/camp/open-camp.ts';
import {
  addCampAnswer,
  completeCamp,
  nextCampField,
} from '#shared/conversation/dialogues/camp-dialogue.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { CampDraft, CampPlan } from '#shared/people/camps/camp-refs.ts';
import { withoutQuestion, withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { type CampId, campIdSchema } from '#shared/terms/ids.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { whereAndWhen } from './camp-messages.ts';
import { loadCamp } from './load-camp.ts';

type Phone = Person['phone'];
type OpenQuestion = Extract<Question, { about: 'camp-open' }>;

/** CAMP from a coordinator: asks the first open question; an unfinished plan goes on. */
export const planCamp = async (work: UnitOfWork, from: Phone): Promise<void> => {
  const person = await work.person(from);
  await saveAndAsk(work, from, person.campDraft ?? {}, false);
};

/** The answer to the open question about the camp. Returns false when it is asked again in other words. */
export const answerPlan = async (
  work: UnitOfWork,
  from: Phone,
  { field }: OpenQuestion,
  text: string,
): Promise<void> => {
  const person = await work.person(from);
  const draft = person.campDraft ?? {};
  if (field === 'summary') return answerSummary(work, from, draft, text.trim());
  const { gazetteer } = work.services;
  const answered = addCampAnswer(draft, field, text, { gazetteer, now: work.now });
  await saveAndAsk(work, from, answered ?? draft, answered === undefined);
};

const saveAndAsk = async (
  work: UnitOfWork,
  from: Phone,
  campDraft: CampDraft,
  again: boolean,
): Promise<void> => {
  const field = nextCampField(campDraft);
  const question: Question = { about: 'camp-open', field, at: work.now };
  work.change({ ...withQuestion(await work.person(from), question), campDraft });
  work.reply(planMessage(campDraft, again));
};

/** The question that the plan leaves open, or its summary. */
export const planMessage = (draft: CampDraft, again: boolean): Message => {
  const plan = completeCamp(draft);
  if (plan)
    return {
      key: 'campSummary',
      params: {
        ...whereAndWhen(plan),
        ...{ centre: plan.centre, closesAt: plan.to, teams: plan.teams, units: plan.units },
      },
    };
  const step = nextCampField(draft);
  return { key: 'campAsk', params: { step: step === 'summary' ? 'units' : step, again } };
};

const answerSummary = async (
  work: UnitOfWork,
  from: Phone,
  draft: CampDraft,
  answer: string,
): Promise<void> => {
  const plan = completeCamp(draft);
  const isOpened = answer === '1' || answer === '2';
  if (!plan || !(isOpened || answer === '3')) return saveAndAsk(work, from, draft, true);
  const { campDraft: _, ...person } = withoutQuestion(await work.person(from));
  work.change(person);
  if (!isOpened) return work.reply({ key: 'campDropped', params: {} });
  openPlannedCamp(work, from, { ...plan, asksRare: answer === '2' });
};

/** Opens the camp, and replies from when it invites. */
export const openPlannedCamp = (work: UnitOfWork, from: Phone, plan: CampPlan): void => {
  const { policy } = work.services.config;
  const id = campIdSchema.parse(work.services.ids.next());
  const camp = openCamp(plan, { id, openedBy: from, now: work.now }, policy);
  work.put(camp);
  work.logAfterSave('camp-opened', { zone: camp.place.zone, units: camp.units });
  work.reply({
    key: 'campOpened',
    params: { ...whereAndWhen(camp), invitesAt: camp.nextStageAt ?? camp.from },
  });
};

/** The camp does not take place; everyone who said yes is told in these minutes. */
export const callOff = async (work: UnitOfWork, id: CampId): Promise<void> => {
  const camp = await loadCamp(work, id);
  if (!camp) return;
  work.put(callOffCamp(camp, work.now, work.services.config.policy));
  work.logAfterSave('camp-called-off', { zone: camp.place.zone });
};
