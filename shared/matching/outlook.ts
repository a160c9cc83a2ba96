/*
 * When the donors of one group in one zone run dry: the gifts to hope for against the units that are asked for, week by
 * week. Each donor is a chance to give in a week; a donor who has given rests, and comes back.
 */

/** `chance`: of a gift in a week in which the donor is free (0–1). `freeInWeek`: 0 is this week. */
export type DonorChance = { chance: number; freeInWeek: number; restWeeks: number };

export type OutlookWeek = {
  /** Units to hope for when every free donor is asked. */
  hoped: number;
  needed: number;
  given: number;
  /** Fewer gifts are to be hoped for than are needed. */
  isDry: boolean;
};

/** The coming weeks. `needed`: units a week. */
export const foretell = (
  donors: readonly DonorChance[],
  needed: number,
  weeks: number,
): OutlookWeek[] => {
  const free: number[] = donors.map(({ freeInWeek }) => (freeInWeek <= 0 ? 1 : 0));
  const back = donors.map(({ freeInWeek }) => new Map([[Math.max(0, freeInWeek), 1]]));
  const outlook: OutlookWeek[] = [];
  for (let week = 0; week < weeks; week += 1) {
    donors.forEach((_, i) => {
      if (week > 0) free[i] = (free[i] ?? 0) + (back[i]?.get(week) ?? 0);
    });
    const hoped = donors.reduce((sum, { chance }, i) => sum + (free[i] ?? 0) * chance, 0);
    const given = Math.min(hoped, needed);
    const share = hoped > 0 ? given / hoped : 0;
    donors.forEach(({ chance, restWeeks }, i) => {
      const gave = (free[i] ?? 0) * chance * share;
      free[i] = (free[i] ?? 0) - gave;
      const until = week + restWeeks;
      back[i]?.set(until, (back[i]?.get(until) ?? 0) + gave);
    });
    outlook.push({ hoped, needed, given, isDry: hoped < needed });
  }
  return outlook;
};

/** The chance of a gift in a week when the donor is asked so often. */
export const weeklyChance = (givesWhenAsked: number, asksAWeek: number): number =>
  1 - (1 - givesWhenAsked) ** asksAWeek;

/** Units that so many weeks bring. */
export const unitsIn = (outlook: readonly OutlookWeek[]): number =>
  outlook.reduce((sum, { given }) => sum + given, 0);

/** The first dry week; undefined when no week is dry. */
export const firstDry = (outlook: readonly OutlookWeek[]): number | undefined => {
  const week = outlook.findIndex(({ isDry }) => isDry);
  return week === -1 ? undefined : week;
};
