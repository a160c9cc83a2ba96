import type { Person } from '#shared/people/person.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, earliest } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';
import { askReached } from './after-gift/ask-reached.ts';
import { callLapsed } from './after-gift/call-lapsed.ts';
import { followUpGift } from './after-gift/follow-up-gift.ts';
import { remindDonor } from './donors/remind-donor.ts';
import { followUpDraft } from './intake/unfinished-request.ts';
import { expirePerson } from './privacy/expire-person.ts';
import { askForStory } from './stories/ask-for-story.ts';

type PersonStep = {
  dueAt(person: Person): EpochMs | undefined;
  run(services: Services, phone: PhoneNumber): Promise<unknown>;
};

/** What happens to a person because time passes, in this order; each in a transaction of its own. */
const steps: readonly PersonStep[] = [
  { dueAt: ({ donor }) => donor?.remindAt, run: remindDonor },
  {
    dueAt: ({ donor }) => earliest(...(donor?.followUps ?? []).map(({ at }) => at)),
    run: followUpGift,
  },
  { dueAt: ({ donor }) => donor?.lapsedAt, run: callLapsed },
  { dueAt: ({ requests }) => earliest(...requests.map((r) => r.askReachedAt)), run: askReached },
  { dueAt: ({ story }) => story?.askAt, run: askForStory },
  { dueAt: ({ draftCheck }) => draftCheck?.at, run: followUpDraft },
  { dueAt: ({ forgetAt }) => forgetAt, run: expirePerson },
];

/** Runs the steps that are due; each reads the person again. */
export const runPersonSteps = async (services: Services, phone: PhoneNumber): Promise<void> => {
  const person = await services.store.person(phone);
  if (!person) return;
  for (const { dueAt, run } of steps)
    if ((dueAt(person) ?? Number.POSITIVE_INFINITY) <= services.clock.now())
      await run(services, phone);
};
