import type { FunctionCaller } from '../ports/function-caller.ts';

/**
 * Starts each function of a release before it takes traffic, one after the other: a new account runs ten at once. The
 * functions that do not start, each with its reason. Before the first deployment there is no traffic to keep, and the
 * secret is still empty: nothing is asked then.
 */
export const smokeRelease = async (
  caller: FunctionCaller,
  functionNames: readonly string[],
): Promise<string[]> => {
  const faults: string[] = [];
  for (const name of functionNames) {
    if (!(await caller.takesTraffic(name))) continue;
    const fault = await caller.findStartFault(name);
    if (fault !== undefined) faults.push(`${name} does not start: ${fault}`);
  }
  return faults;
};
