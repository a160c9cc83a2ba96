import type { Story } from '#shared/people/stories/story.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { readOrReport } from '../report-invalid-item.ts';

/** Later than any story is kept. */
const horizon = days(3650);
const mostRead = 200;

/** The stories of one list, the newest first, as many as a page shows. Costs that list alone. */
const list = async (
  { store, clock, log }: Services,
  kind: 'story' | 'story-shown',
  most: number,
): Promise<Story[]> => {
  const due = await store.due(kind, after(clock.now(), horizon), mostRead);
  const ids = due.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const read = await Promise.all(
    ids.slice(-most).map((id) => readOrReport(log, () => store.story(id))),
  );
  return read.filter((story) => story !== undefined).reverse();
};

/** The stories on the page. The index may lag: one that was taken down meanwhile is left out. */
export const listShownStories = async (services: Services, most: number): Promise<Story[]> =>
  (await list(services, 'story-shown', most)).filter(({ state }) => state === 'shown');

/** The stories that a coordinator has yet to read. */
export const listWaitingStories = async (services: Services): Promise<Story[]> =>
  (await list(services, 'story', mostRead)).filter(({ state }) => state === 'waits');
