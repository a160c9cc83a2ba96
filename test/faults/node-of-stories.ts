import { nodeOfLambda } from '../system/rehearse/node-of-lambda.ts';

/** The Node version that Lambda runs; this process's own on a machine that has or gets no such Node. */
export const nodeOfStories = (): Promise<string> => nodeOfLambda().catch(() => process.execPath);

/** Stories leave much that is soon free. With this room for it they take an eighth less of a processor. */
export const youngSpace = '--max-semi-space-size=64';
