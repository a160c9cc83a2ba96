import { CfnOutput, type Stack } from 'aws-cdk-lib';

/** What a deployment prints, in this order: first of all what is pasted into the carrier's console. */
export type OutputSources = {
  publicUrl: string;
  secretArn: string;
  tableName: string;
  failedBatchesQueue: string;
  dashboard: string;
};

export const addOutputs = (stack: Stack, told: OutputSources): void => {
  const { publicUrl } = told;
  const lines: [id: string, value: string, description: string][] = [
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
      'Twilio: Call status changes (POST); messages bring it with them',
    ],
    [
      'HealthUrl',
      `${publicUrl}/health`,
      '200 when the table can be reached and nothing waits too long; 503 otherwise: watch it from outside',
    ],
    ['SecretToFill', told.secretArn, 'Fill in TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN'],
    ['TableName', told.tableName, "For the operator's commands"],
    ['FailedBatchesQueue', told.failedBatchesQueue, 'What the stream could not hand over'],
    ['DashboardName', told.dashboard, 'In CloudWatch, Dashboards'],
  ];
  for (const [id, value, description] of lines) new CfnOutput(stack, id, { value, description });
};
