import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { isRestOfText } from '#shared/conversation/dialogues/rest-of-text.ts';
import { isAssent } from '#shared/conversation/replies/plain-agreement.ts';
import { cutOff, joinCut } from '#shared/conversation/text/cut-text.ts';
import type { RequestDraft } from '#shared/people/drafts.ts';
import { dialogueOf, withoutDialogue } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { after, minutes, seconds } from '#shared/terms/time.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import { parseRequestOnce } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/* A request that comes in two texts because a phone or a carrier has cut it. */

/** The parts of one text come within seconds; later it is rather an answer to our reply. A number says which it is. */
const partsWithin = (cut: { next?: unknown }) => (cut.next ? minutes(2) : seconds(30));

type Said = { person: Person; text: string };

/** The person as before the first part: the draft that it began is read again from the whole text. */
const withoutBegun = (person: Person): Person => {
  const { draftCheck: _, ...rest } = withoutDialogue(person);
  return { ...rest, ...(person.joinDraft && { joinDraft: person.joinDraft }) };
};

/** True for the rest of the text that began the draft. False for the answer to our reply. */
const isRest = (
  work: UnitOfWork,
  person: Person,
  draft: RequestDraft,
  text: string,
  whole: string,
): boolean => {
  const { gazetteer, config } = work.services;
  const alone = { text, parsed: parseRequestOnce(work, text) };
  const said = { draft, question: dialogueOf(person) };
  const context = { gazetteer, now: work.now, policy: config.policy };
  return isRestOfText(said, alone, parseRequestOnce(work, whole), context);
};

/** The text with the part before it, when it goes on where that was cut. The part is forgotten with the next text. */
export const joinParts = (
  work: UnitOfWork,
  person: Person,
  { text: raw }: IncomingText,
  text: string,
): Said => {
  const { requestDraft: draft } = person;
  if (!draft?.cut) return { person, text };
  const { cut, ...rest } = draft;
  const isAnswer = parseCommand(text, work.now) !== undefined || isAssent(text);
  const joined =
    isAnswer || work.now >= after(cut.at, partsWithin(cut))
      ? undefined
      : joinCut(cut, `${/^\s/.test(raw) ? ' ' : ''}${text}`);
  return joined && (joined.isNumbered || isRest(work, person, rest, text, joined.text))
    ? { person: withoutBegun(person), text: joined.text }
    : { person: { ...person, requestDraft: rest }, text };
};

/** Keeps a text that was cut and has begun a request, until the next one. `before`: the person when it came. */
export const keepCut = async (
  work: UnitOfWork,
  before: Person,
  { from, channel, text: raw }: IncomingText,
  text: string,
): Promise<void> => {
  if (channel !== 'sms' || before.requestDraft) return;
  const person = await work.person(from);
  const { requestDraft: draft } = person;
  const cut = draft && !draft.requestId ? cutOff(raw, text) : undefined;
  if (cut) work.change({ ...person, requestDraft: { ...draft, cut: { ...cut, at: work.now } } });
};
