import { timingSafeEqual } from 'node:crypto';
import { type RequestId, requestIdSchema } from '#shared/terms/ids.ts';
import { signValue } from '../../http/signed-value.ts';
import type { Site } from '../frame/site.ts';

/*
 * The address of a family's own page: the request and a signature of 96 bits. Who has it may read the steps of that one
 * request; to change it they log in as its family.
 */

const letters = 16;

const keyOf = (id: string, secret: string): string =>
  signValue(`family ${id}`, secret).slice(0, letters);

export const familyPath = (id: RequestId, { secrets }: Pick<Site, 'secrets'>): string =>
  `/r/${id}-${keyOf(id, secrets[0] ?? '')}`;

/** The request that the address is for; undefined when we did not make it. */
export const parseFamilySecret = (
  given: string,
  { secrets }: Pick<Site, 'secrets'>,
): RequestId | undefined => {
  const key = given.slice(-letters);
  const id = requestIdSchema.safeParse(given.slice(0, -letters - 1)).data;
  if (!id || given.at(-letters - 1) !== '-') return undefined;
  const isOurs = secrets.some((secret) => secret !== '' && isSame(keyOf(id, secret), key));
  return isOurs ? id : undefined;
};

const isSame = (right: string, given: string): boolean => {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
};
