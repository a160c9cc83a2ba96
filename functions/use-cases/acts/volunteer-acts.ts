import type { SpokenVerdict } from '#shared/conversation/replies/parse-verdict.ts';
import { saysDetails } from '../texts/parse-request-once.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { hearVerdict } from '../volunteers/hear-verdict.ts';
import type { ActHandlers, HeardText } from './act-handler.ts';

/* What a volunteer's words say of a request that waits for them. A refusal needs its code and reason, so it is asked. */

const tell =
  (said: SpokenVerdict) =>
  (work: UnitOfWork, _act: unknown, { from, text }: HeardText): Promise<boolean> =>
    hearVerdict(work, from, text, said);

export const volunteerActs: ActHandlers<'verified' | 'refused' | 'unreachable'> = {
  // A detail beside a verdict may be a correction, so it is asked with the code.
  verified: (work, act, heard) =>
    tell(saysDetails(work, heard.text) ? 'unclear' : 'genuine')(work, act, heard),
  refused: tell('unclear'),
  unreachable: tell('not-reached'),
};

export const checkLater = tell('later');
