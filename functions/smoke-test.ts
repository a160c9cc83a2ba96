import { answerDeployment, type DeploymentEvent } from './adapters/answer-deployment.ts';
import { createLambdaCaller } from './adapters/lambda-caller.ts';
import { smokeRelease } from './adapters/smoke-release.ts';
import { createJsonLog } from './adapters/system/json-log.ts';
import { describeError } from './http/describe-error.ts';

const { RELEASE: release = 'unknown' } = process.env;
const log = createJsonLog(undefined, undefined, () => ({ release }));
const caller = createLambdaCaller();

const findFaults = async ({ RequestType, ResourceProperties }: DeploymentEvent) => {
  // A rollback deletes what it made, and must never be held up.
  if (RequestType !== 'Create') return [];
  try {
    return await smokeRelease(caller, ResourceProperties.functions);
  } catch (error) {
    log.error('smoke-test-failed', describeError(error));
    return ['the functions cannot be asked: see the log of SmokeTest'];
  }
};

/**
 * Asked by CloudFormation before the aliases move to the versions of a release: a release with a function that does not
 * start is taken back, and no call has reached it.
 */
export const handler = async (event: DeploymentEvent): Promise<void> => {
  const faults = await findFaults(event);
  for (const fault of faults) log.error('release-refused', { fault });
  await answerDeployment(event, faults);
};
