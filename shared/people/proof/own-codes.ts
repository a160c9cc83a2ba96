import * as z from 'zod';
import { type RequestId, requestCodeSchema, requestIdSchema } from '../../terms/ids.ts';
import { type EpochMs, epochMsSchema, hours } from '../../terms/time.ts';

/*
 * A volunteer's own code for one request. It stands only in texts to that phone, so a person who forges the number
 * cannot say it.
 */

export const ownCodeSchema = z.object({
  requestId: requestIdSchema,
  code: requestCodeSchema,
  at: epochMsSchema,
});
export type OwnCode = z.infer<typeof ownCodeSchema>;

/** Wrong codes of one phone within an hour. */
export const wrongCodesSchema = z.object({ since: epochMsSchema, count: z.number().int() });
export type WrongCodes = z.infer<typeof wrongCodesSchema>;

/** A code stays known after its request has ended: a late answer still learns what became of it. */
const mostKept = 40;

export const withOwnCode = (codes: readonly OwnCode[] | undefined, code: OwnCode): OwnCode[] =>
  [...(codes ?? []), code].slice(-mostKept);

/** Five tries an hour among nine thousand codes: guessing one takes months, and each text warns the phone's owner. */
const maxWrong = 5;

const isRecent = (wrong: WrongCodes, now: EpochMs): boolean => now < wrong.since + hours(1);

export const withWrongCode = (wrong: WrongCodes | undefined, now: EpochMs): WrongCodes =>
  wrong && isRecent(wrong, now) ? { ...wrong, count: wrong.count + 1 } : { since: now, count: 1 };

/** Too many wrong codes came from this phone: for an hour no code of it counts, and a call that we make decides. */
export const areCodesPaused = (wrong: WrongCodes | undefined, now: EpochMs): boolean =>
  wrong !== undefined && isRecent(wrong, now) && wrong.count >= maxWrong;

export const isPauseNew = ({ count }: WrongCodes): boolean => count === maxWrong;

export const ownCodeOf = (
  codes: readonly OwnCode[] | undefined,
  requestId: RequestId,
): OwnCode['code'] | undefined => codes?.find((own) => own.requestId === requestId)?.code;
