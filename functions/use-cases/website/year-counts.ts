import { type EpochMs, fromCalendar, toCalendar } from '#shared/terms/time.ts';
import type { Store, Write } from '../../ports/store.ts';

/*
 * The figures of the year on the first page: counters that grow with the timeline, so that a visit reads three items and
 * never a list. They are kept until a day after the year.
 */

/** The steps of a request that are counted. */
const counted = {
  fulfilled: 'fulfilled',
  donated: 'donated',
  'donor-confirmed': 'agreed',
} as const;

type CountedStep = keyof typeof counted;
type Figure = (typeof counted)[CountedStep];
export type YearCounts = Record<Figure, number>;

const isCounted = (what: string): what is CountedStep => Object.hasOwn(counted, what);

const yearOf = (at: EpochMs): { year: number; end: EpochMs } => {
  const { year } = toCalendar(at);
  return { year, end: fromCalendar({ year: year + 1, month: 1, day: 1 }) };
};

const keyOfFigure = (figure: Figure, year: number): string => `year ${year} ${figure}`;

/** Counts what a save has written. A count that fails is lost; the save stands. */
export const countSaved = async (store: Store, writes: readonly Write[]): Promise<void> => {
  for (const write of writes) {
    if (!('add' in write) || write.add.kind !== 'timeline' || !isCounted(write.add.what)) continue;
    const { year, end } = yearOf(write.add.at);
    await store.tally(keyOfFigure(counted[write.add.what], year), end).catch(() => 0);
  }
};

export const readYearCounts = async (store: Store, now: EpochMs): Promise<YearCounts> => {
  const { year, end } = yearOf(now);
  /** The page is whole without its figures. */
  const read = (figure: Figure) => store.tally(keyOfFigure(figure, year), end, 0).catch(() => 0);
  const [fulfilled, donated, agreed] = await Promise.all([
    read('fulfilled'),
    read('donated'),
    read('agreed'),
  ]);
  return { fulfilled, donated, agreed };
};
