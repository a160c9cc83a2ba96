/** `--donors 10000,100000`: how many donors the table holds, one run for each. */
export const bench = async (args: string[]): Promise<void> => {
  console.log(`stage ${args.join(' ')}`);
};
