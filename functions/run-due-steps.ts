import type { Context } from 'aws-lambda';
import { buildServices } from './build-services.ts';
import { runDueSteps } from './use-cases/due-steps.ts';
import { receiveText } from './use-cases/texts/receive-text.ts';

const { services } = await buildServices(process.env);

/** Milliseconds for what was taken last: a request to the carrier, and the end of the sweep. */
const reserveMs = 60_000;

/** Runs on Lambda every minute, by EventBridge's rule. */
export const handler = async (
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> => {
  const hasTime = (): boolean => context.getRemainingTimeInMillis() > reserveMs;
  await runDueSteps(services, { receiveText, hasTime });
};
