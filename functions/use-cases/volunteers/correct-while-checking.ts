import { parseCode } from '#shared/conversation/commands/parse-code.ts';
import { parseCorrection } from '#shared/conversation/replies/parse-correction.ts';
import { saysOk } from '#shared/conversation/replies/parse-verdict.ts';
import type { Correction } from '#shared/people/drafts.ts';
import type { Person } from '#shared/people/person.ts';
import { differingFields, isEmptyCorrection } from '#shared/request/corrections/correct-fields.ts';
import { verificationMessage } from '#shared/request/request-messages.ts';
import { applyCorrection } from '../requests/correct-request.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { findOwnCode, withOwnCodeIn } from './tell-own-code.ts';
import { mayVerifyNow, verifyRequest } from './verify-request.ts';

/** These decide who may give and where: the volunteer reads them back before the request goes on. */
const isReadBack = ({ group, component, exchange, hospital, place }: Correction): boolean =>
  [group, component, exchange, hospital, place].some((field) => field !== undefined);

/**
 * "OK 7315 lekin 2 unit chahiye, 3 nahi": the volunteer who has spoken with the family corrects its request, with the own
 * code alone. The family hears what is stored now. Returns false for a text that corrects nothing.
 */
export const correctWhileChecking = async (
  work: UnitOfWork,
  from: Person['phone'],
  text: string,
): Promise<boolean> => {
  const person = await work.person(from);
  const code = parseCode(text);
  const own = findOwnCode(person, code);
  const request = own && (await work.request(own.requestId));
  if (!own || !request?.requester || request.phase.type !== 'verifying') return false;
  const said = text.replace(own.code, ' ');
  if (!mayVerifyNow(person, request) || request.requester === from || !saysOk(said)) return false;
  const { gazetteer, config } = work.services;
  const read = parseCorrection(said, request, { gazetteer, now: work.now });
  if (!read || read === 'group-unclear') return false;
  const changes = differingFields(request, read.changes);
  if (isEmptyCorrection(changes) || (changes.units ?? 1) > config.policy.maxUnits) return false;
  await applyCorrection(work, request, changes, { silent: true });
  const corrected = work.pending(request);
  if (isReadBack(changes)) {
    const asked = verificationMessage(corrected, request.requester);
    work.reply(await withOwnCodeIn(work, from, asked, corrected));
  } else await verifyRequest(work, from, { type: 'ok', code: own.code }, async () => {});
  return true;
};
