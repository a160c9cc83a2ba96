import { buildServices } from './build-services.ts';
import { runDueSteps } from './use-cases/run-due-steps.ts';

const { services } = await buildServices(process.env);

/** EventBridge's rule on Lambda, every minute. */
export const handler = async (): Promise<void> => {
  await runDueSteps(services);
};
