/** Runs with the rest of the command line. Throws, or sets `process.exitCode`, when what it promises does not hold. */
type Bench = (args: string[]) => Promise<void>;

/** By the name under which it is called; loaded only when it runs. */
type Benches = Record<string, { measures: string; load: () => Promise<{ bench: Bench }> }>;

/** `npm run bench -- NAME …`; without a name, or with an unknown one, says which there are. */
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
