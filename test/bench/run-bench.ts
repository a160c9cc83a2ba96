/** Runs with the other arguments. Throws or sets `process.exitCode` when a limit is exceeded. */
type Bench = (args: string[]) => Promise<void>;

/** The benches by name. A bench is loaded only when it runs. */
type Benches = Record<string, { measures: string; load: () => Promise<{ bench: Bench }> }>;

/** `npm run bench -- NAME …` runs a bench. Without a name, or with an unknown one, it lists the names. */
export const runBench = async ([name, ...args]: string[], benches: Benches): Promise<void> => {
  const chosen = name === undefined ? undefined : benches[name];
  if (!chosen) {
    const width = Math.max(...Object.keys(benches).map((key) => key.length));
    for (const [key, { measures }] of Object.entries(benches))
      console.log(`npm run bench -- ${key.padEnd(width)}  ${measures}`);
    process.exitCode = name === undefined ? 0 : 1;
    return;
  }
  const { bench } = await chosen.load();
  await bench(args);
};
