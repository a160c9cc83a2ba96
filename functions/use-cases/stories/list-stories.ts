import type { Story } from '#shared/people/stories/story.ts';
import type { StoryId } from '#shared/terms/ids.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { readOrReport } from '../report-invalid-item.ts';

/** Later than any story is kept. */
const horizon = days(3650);
const mostRead = 1000;
/** A page that is full with the stories of the last days asks for no older ones. */
const recentDays = 30;

type Kind = 'story' | 'story-shown';

const idsOf = async (
  { store, clock, config }: Services,
  kind: Kind,
  most: number,
): Promise<StoryId[]> => {
  const now = clock.now();
  const until = after(now, horizon);
  const { requestDays } = config.policy.retention;
  const recent = after(now, days(Math.max(0, requestDays - recentDays)));
  const newest = await store.due(kind, until, mostRead, recent);
  const due = newest.length < most ? await store.due(kind, until, mostRead) : newest;
  return due.flatMap((one) => (one.kind === kind ? [one.id] : [])).slice(-most);
};

/** The stories of one list, those of the newest requests first. */
const list = async (services: Services, kind: Kind, most: number): Promise<Story[]> => {
  const { store, log } = services;
  const ids = await idsOf(services, kind, most);
  const read = await Promise.all(ids.map((id) => readOrReport(log, () => store.story(id))));
  return read.filter((story) => story !== undefined).reverse();
};

/** The stories on the page. The index may lag: one that was taken down meanwhile is left out. */
export const listShownStories = async (services: Services, most: number): Promise<Story[]> =>
  (await list(services, 'story-shown', most)).filter(({ state }) => state === 'shown');

/** More than a coordinator reads at once. */
const mostWaiting = 100;

/** The stories that a coordinator has yet to read, or to write down. */
export const listWaitingStories = async (services: Services): Promise<Story[]> =>
  (await list(services, 'story', mostWaiting)).filter(({ state }) => state !== 'told');
