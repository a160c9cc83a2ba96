import {
  completeDraft,
  nextField,
  nextQuestion,
} from '#shared/conversation/dialogues/request-dialogue.ts';
import type { RequestDraft } from '#shared/people/drafts.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { askForHelp } from '../volunteers/ask-for-help.ts';
import { replyNotes, withoutObsolete } from './draft-notes.ts';
import { fillOncePlaced, finishFilling } from './fill-request.ts';
import { withDraftCheck } from './unfinished-request.ts';

type Phone = Person['phone'];

/** Beyond so many km from the last district of a zone no donor of ours comes in time. */
const farthestKm = 150;

/** Saves the draft and asks the next missing question. An impossible group or number of units gets its own reply. */
export const saveAndAsk = async (
  work: UnitOfWork,
  from: Phone,
  said: RequestDraft,
  text: string,
  again: boolean,
): Promise<void> => {
  const draft = withoutObsolete(said, from);
  const { maxUnits } = work.services.config.policy;
  if (draft.units !== undefined && (draft.units > maxUnits || draft.units < 1)) {
    const { units: _, ...rest } = draft;
    await saveDraft(work, from, rest);
    return work.reply({ key: 'unitsTooMany', params: { max: maxUnits } });
  }
  const { place, ...elsewhere } = draft;
  if (place && (place.outsideKm ?? 0) > farthestKm) {
    const { hospital: _, ...rest } = elsewhere;
    await saveDraft(work, from, rest);
    const rings = await askForHelp(work, await work.person(from), 'far', place.zone);
    return work.reply({ key: 'placeTooFar', params: { place: place.name, rings } });
  }
  await saveDraft(work, from, draft);
  if (draft.requestId && completeDraft(draft)) return finishFilling(work, from, { silent: false });
  work.change(withDraftCheck(await work.person(from), work.now));
  const unclear = !draft.group && text !== '' && parseRequestOnce(work, text).groupUnclear === true;
  if (!unclear) replyNotes(work, draft, text);
  work.reply(unclear ? { key: 'groupUnclear', params: {} } : nextQuestion(draft, again));
};

/** Saves the draft and the question that is open next. */
export const saveDraft = async (
  work: UnitOfWork,
  from: Phone,
  requestDraft: RequestDraft,
): Promise<void> => {
  const field = nextField(requestDraft);
  const question: Question = field
    ? { about: 'request', field, at: work.now }
    : { about: 'request-summary', at: work.now };
  work.change({ ...withQuestion(await work.person(from), question), requestDraft });
  await fillOncePlaced(work, from);
};
