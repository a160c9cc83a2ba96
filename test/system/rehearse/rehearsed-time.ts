/** The hours of a rehearsal: they pass as real ones do, and skip what nothing happens in. */
export const createRehearsedTime = (start: number) => {
  let shift = start - Date.now();
  let timers: { at: number; run: () => void }[] = [];
  const now = (): number => Date.now() + shift;
  return {
    now,
    /** Added to the machine's clock. */
    shift: (): number => shift,
    later: (ms: number, run: () => void): void => void timers.push({ at: now() + ms, run }),
    nextTimer: (): number => Math.min(...timers.map(({ at }) => at)),
    skipTo(at: number): void {
      shift += Math.max(0, at - now());
    },
    /** Fires the timers that are due; returns how many. */
    fire(): number {
      const due = timers.filter(({ at }) => at <= now()).sort((a, b) => a.at - b.at);
      timers = timers.filter((timer) => !due.includes(timer));
      for (const { run } of due) run();
      return due.length;
    },
  };
};
export type RehearsedTime = ReturnType<typeof createRehearsedTime>;
