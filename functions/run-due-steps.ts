import { buildServices } from './build-services.ts';
import { runDueSteps } from './use-cases/due-steps.ts';

const { services } = await buildServices(process.env);

/** Runs on Lambda every minute, by EventBridge's rule. */
export const handler = async (): Promise<void> => {
  await runDueSteps(services);
};
