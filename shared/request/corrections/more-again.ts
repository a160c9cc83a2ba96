import { after, type EpochMs, minutes } from '../../terms/time.ts';
import type { Request } from '../request.ts';

/* "MORE 2" that comes twice: a carrier or a person repeats it, or two people of a family say the same. */

/** Within this time the same number again may be a repetition. */
const repeatsWithin = minutes(10);

/** When the family asked for as many more units shortly before; undefined when it did not. */
export const sameMoreAt = (
  { raised }: Pick<Request, 'raised'>,
  units: number,
  now: EpochMs,
): EpochMs | undefined =>
  raised?.units === units && now < after(raised.at, repeatsWithin) ? raised.at : undefined;

/** The request with what was added to the units it had. */
export const withRaised = (
  request: Request,
  { units: before }: Pick<Request, 'units'>,
  at: EpochMs,
): Request =>
  request.units > before ? { ...request, raised: { units: request.units - before, at } } : request;
