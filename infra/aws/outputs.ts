import { CfnOutput, type Stack } from 'aws-cdk-lib';

/** The values of the outputs. */
export type OutputSources = {
  publicUrl: string;
  secretArn: string;
  tableName: string;
  failedBatchesQueue: string;
  dashboard: string;
};

/** Adds what a deployment prints, in this order: first the URLs to paste into the carrier's console. */
export const addOutputs = (stack: Stack, sources: OutputSources): void => {
  const { publicUrl } = sources;
  const outputs: [id: string, value: string, description: string][] = [
    ['CarrierIncomingSms', `${publicUrl}/twilio/sms`, 'Twilio: A message comes in (POST)'],
    [
      'CarrierIncomingCall',
      `${publicUrl}/twilio/voice`,
      'Twilio: A call comes in (POST), on both numbers',
    ],
    [
      'CarrierCallFallback',
      `${publicUrl}/twilio/voice/fallback`,
      'Twilio: Primary handler fails (POST)',
    ],
    [
      'CarrierStatus',
      `${publicUrl}/twilio/status`,
      'Twilio: Call status changes (POST); messages carry this URL themselves',
    ],
    [
      'HealthUrl',
      `${publicUrl}/health`,
      '200 when the table can be reached and nothing is overdue, 503 otherwise; monitor it from outside',
    ],
    ['SecretToFill', sources.secretArn, 'Fill in TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN'],
    ['TableName', sources.tableName, "For the operator's commands"],
    ['FailedBatchesQueue', sources.failedBatchesQueue, 'Stream batches that failed every retry'],
    ['DashboardName', sources.dashboard, 'In CloudWatch, Dashboards'],
  ];
  for (const [id, value, description] of outputs) new CfnOutput(stack, id, { value, description });
};
