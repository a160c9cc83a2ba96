import { eveningFrom } from '#shared/people/after-gift/when-to-tell.ts';
import { dialogueOf } from '#shared/people/pending-question.ts';
import type { Person } from '#shared/people/person.ts';
import { visitQuestion } from '#shared/request/lifecycle/visits.ts';
import type { Request } from '#shared/request/request.ts';
import type { RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days, type EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { retryOnConflict } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';

/* "Did the blood reach your patient?": only the family knows, and a donor is told only what it has said. */

/** The family of a request that has just been closed as given is asked once, on the next evening. */
export const withReachedAsk = (work: UnitOfWork, person: Person, request: Request): Person => {
  const { news, evening } = work.services.config.policy.afterGift;
  if (request.phase.type !== 'fulfilled' || !news.on) return person;
  const askAt = eveningFrom(after(work.now, days(news.askAfterDays)), person, evening);
  return withAskAt(person, request.id, askAt);
};

const withAskAt = (person: Person, requestId: RequestId, at: EpochMs | undefined): Person => ({
  ...person,
  requests: person.requests.map(({ askReachedAt, ...ref }) => {
    const next = ref.requestId === requestId ? at : askReachedAt;
    return { ...ref, ...(next !== undefined && { askReachedAt: next }) };
  }),
});

/** The family has lost its patient: it is asked nothing about the blood. */
export const withoutReachedAsk = (person: Person): Person => ({
  ...person,
  requests: person.requests.map(({ askReachedAt: _, ...ref }) => ref),
});

/** Asks, in the evening. It waits while the family needs blood or is in the middle of something, until the news is due. */
export const askReached = (services: Services, phone: PhoneNumber): Promise<'done'> =>
  retryOnConflict(services, async () => {
    const work = new UnitOfWork(services, services.clock.now());
    const person = await work.person(phone);
    const due = person.requests.find(({ askReachedAt: at }) => at !== undefined && at <= work.now);
    if (!due) return 'done';
    await ask(work, person, due.requestId);
    return work.save('done');
  });

const ask = async (work: UnitOfWork, person: Person, requestId: RequestId): Promise<void> => {
  const { news, evening } = work.services.config.policy.afterGift;
  const request = await work.request(requestId);
  const asked = withAskAt(person, requestId, undefined);
  const closedAt = request?.phase.type === 'fulfilled' ? request.phase.at : undefined;
  const isLate = closedAt === undefined || work.now > closedAt + days(news.afterDays);
  if (!request || isLate || !news.on || person.optedOut) return work.change(asked);
  const isBusy = dialogueOf(person) !== undefined || person.requests.some(({ open }) => open);
  const from = isBusy ? after(work.now, days(1)) : work.now;
  const askAt = eveningFrom(from, person, evening);
  if (askAt > work.now) return work.change(withAskAt(person, requestId, askAt));
  work.change(asked);
  const question = { about: 'reached' as const, requestId, at: work.now };
  await work.notify(person.phone, visitQuestion('reached', request), { question, request });
};
