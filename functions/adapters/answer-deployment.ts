import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What CloudFormation sends for the resource of the check (infra/aws/constructs/release-gate.ts). */
export type DeploymentEvent = Pick<
  CloudFormationCustomResourceEvent,
  'RequestType' | 'ResponseURL' | 'StackId' | 'RequestId' | 'LogicalResourceId'
> & { ResourceProperties: { functions: string[] } };

/** CloudFormation takes 4 KB in all. */
const longestReason = 2_000;

/** Tells CloudFormation whether its deployment goes on. The faults are what the operator reads in its events. */
export const answerDeployment = async (
  event: DeploymentEvent,
  faults: readonly string[],
): Promise<void> => {
  const { ResponseURL, StackId, RequestId, LogicalResourceId } = event;
  const response = await fetch(ResponseURL, {
    method: 'PUT',
    body: JSON.stringify({
      Status: faults.length === 0 ? 'SUCCESS' : 'FAILED',
      Reason: faults.join('\n').slice(0, longestReason),
      PhysicalResourceId: LogicalResourceId,
      StackId,
      RequestId,
      LogicalResourceId,
    }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`CloudFormation answered ${response.status}`);
};
