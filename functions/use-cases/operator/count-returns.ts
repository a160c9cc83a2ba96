import type { Contact } from '#shared/people/after-gift/contact.ts';
import { measureReturn, type ReturnFigures } from '#shared/people/after-gift/measure-return.ts';
import type { Services } from '../../ports/services.ts';

/**
 * Who came back after each message, with it and without it. Reads every person; those who were erased are in no arm
 * any more.
 */
export const countReturns = async ({
  store,
  clock,
  config,
}: Services): Promise<ReturnFigures[]> => {
  const contacts: Contact[] = [];
  for await (const { donor } of store.everyone()) contacts.push(...(donor?.contacts ?? []));
  return measureReturn(contacts, clock.now(), config.policy.afterGift);
};
