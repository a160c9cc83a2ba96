import type { Context } from 'aws-lambda';
import { createFreshHandler } from './fresh-handler.ts';
import { runDueSteps } from './use-cases/due-steps.ts';
import { receiveText } from './use-cases/texts/receive-text.ts';

/** Milliseconds for what was taken last: a request to the carrier, and the end of the sweep. */
const reserveMs = 60_000;

/** Runs on Lambda every minute, by EventBridge's rule. */
export const handler = await createFreshHandler(
  ({ services }) =>
    async (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> => {
      const hasTime = (): boolean => context.getRemainingTimeInMillis() > reserveMs;
      await runDueSteps(services, { receiveText, hasTime });
    },
);
