import { buildServices } from './build-services.ts';
import { runDueSteps } from './use-cases/due-steps.ts';
import { receiveText } from './use-cases/texts/receive-text.ts';

const { services } = await buildServices(process.env);

/** Runs on Lambda every minute, by EventBridge's rule. */
export const handler = async (): Promise<void> => {
  await runDueSteps(services, receiveText);
};
