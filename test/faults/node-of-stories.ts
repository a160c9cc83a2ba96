import { nodeOfLambda } from '../system/rehearse/node-of-lambda.ts';

/** The Node version that Lambda runs; this process's own on a machine that has or gets no such Node. */
export const nodeOfStories = (): Promise<string> => nodeOfLambda().catch(() => process.execPath);
