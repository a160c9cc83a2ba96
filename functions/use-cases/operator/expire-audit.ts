import type { Services } from '../../ports/services.ts';

/** Deletes an entry of the trail whose time is over. */
export const expireAudit = async ({ store, clock }: Services, id: string): Promise<void> => {
  const entry = await store.auditEntry(id);
  if (entry && entry.forgetAt <= clock.now()) await store.save([{ remove: entry }]);
};
