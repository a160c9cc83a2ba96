import { parseCode } from '#shared/conversation/commands/parse-code.ts';
import { requestOfPatient } from '#shared/conversation/lookalikes/is-lookalike.ts';
import {
  beginsVerdict,
  parseVerdict,
  type SpokenVerdict,
} from '#shared/conversation/replies/parse-verdict.ts';
import { openAlert } from '#shared/people/donor-updates.ts';
import type { Person } from '#shared/people/person.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findAssigned } from './find-meant-request.ts';
import { findOwnCode, howToVerify } from './tell-own-code.ts';
import { verifyRequest } from './verify-request.ts';

/**
 * Handles a verdict in words from a volunteer on duty: "genuine case", "number band hai". Without a code they mean the
 * one request that waits for this volunteer. Returns false without a request that waits, or when the words say nothing of a verdict.
 */
export const hearVerdict = async (
  work: UnitOfWork,
  from: Person['phone'],
  text: string,
  spoken: SpokenVerdict | undefined = parseVerdict(text),
): Promise<boolean> => {
  const person = await work.person(from);
  const { question, volunteer } = person;
  const isInDialogue = question !== undefined && !('requestId' in question);
  if (!volunteer?.onDuty || isInDialogue) return false;
  const isShort = spoken === undefined && beginsVerdict(text);
  if (!spoken && !isShort) return false;
  const waiting = await findAssigned(work, from);
  const code = parseCode(text);
  const own = findOwnCode(person, code);
  const named = code === undefined ? requestOfPatient(waiting, text) : undefined;
  // "OK Ramesh": which request it is, and the code that decides it.
  const said = spoken ?? (named ? 'unclear' : undefined);
  if (!said) return false;
  const meant = named
    ? [named]
    : code === undefined
      ? waiting
      : waiting.filter((r) => r.code === code || r.id === own?.requestId);
  const [only] = meant;
  if (!only) return false;
  if (meant.length > 1) {
    work.reply({ key: 'verifyWhich', params: { codes: meant.map((r) => r.code) } });
    return true;
  }
  // An open alert or a visit may be what the words are about.
  const isAskedElse =
    openAlert(person, work.now) !== undefined ||
    (question !== undefined && question.about !== 'alert');
  if (isAskedElse && code === undefined && (said === 'later' || said === 'unclear')) return false;
  const notMeant = async (): Promise<void> => work.reply(await howToVerify(work, from, only));
  // Words alone verify nothing: they are easier to forge than a code that stands in one phone.
  if (said === 'genuine' && own)
    await verifyRequest(work, from, { type: 'ok', code: own.code }, notMeant);
  // A name may be another family's: with several that wait, it brings the code and records nothing.
  else if (said === 'not-reached' && !(named && waiting.length > 1))
    await verifyRequest(
      work,
      from,
      { type: 'no', code: only.code, notReached: true, missed: true },
      notMeant,
    );
  else if (said === 'later')
    work.reply({ key: 'verifyLater', params: (await howToVerify(work, from, only)).params });
  else await notMeant();
  return true;
};
