import { parseCommand } from '#shared/conversation/commands/parse-command.ts';
import { isAssent } from '#shared/conversation/replies/plain-agreement.ts';
import { cutOff, joinCut } from '#shared/conversation/text/cut-text.ts';
import { withoutDialogue } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { after, type EpochMs, minutes, seconds } from '#shared/terms/time.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
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

/** The text with the part before it, when it goes on where that was cut. The part is forgotten with the next text. */
export const joinParts = (
  person: Person,
  { text: raw }: IncomingText,
  text: string,
  now: EpochMs,
): Said => {
  const { requestDraft: draft } = person;
  if (!draft?.cut) return { person, text };
  const { cut, ...rest } = draft;
  const isAnswer = parseCommand(text, now) !== undefined || isAssent(text);
  const whole =
    isAnswer || now >= after(cut.at, partsWithin(cut))
      ? undefined
      : joinCut(cut, `${/^\s/.test(raw) ? ' ' : ''}${text}`);
  return whole === undefined
    ? { person: { ...person, requestDraft: rest }, text }
    : { person: withoutBegun(person), text: whole };
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
