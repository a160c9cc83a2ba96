/** What the fixed work takes on the machine on which the budgets were set, in milliseconds of processor. */
const referenceMs = 25;

/** Work of the kind that the hotline does: texts, objects and JSON. */
const fixedWork = (): number => {
  let length = 0;
  for (let i = 0; i < 12_000; i += 1) {
    const text = `need ${i} units B+ at SRN hospital by ${i % 12} pm`;
    const words = text.split(' ').map((word) => word.toLowerCase());
    length += JSON.stringify({ text, words, at: i }).replace(/[aeiou]/g, '').length;
  }
  return length;
};

const once = (): number => {
  const before = process.cpuUsage();
  fixedWork();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/**
 * How many times slower this processor is at this moment than the one on which budgets were set; at least 1. The same
 * machine takes twice as long on a busy day, and a budget of processor time must not fail for that.
 */
export const processorPace = (): number =>
  Math.max(1, Math.min(once(), once(), once(), once()) / referenceMs);
