import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { type AlarmRule, type AlarmRules, minute } from './alarm-rule.ts';

type WebhookName = 'ReceiveSms' | 'ReceiveCall' | 'ReceiveStatus';

export type ReleaseSources = {
  /** The functions that answer webhooks. */
  webhooks: Record<WebhookName, LambdaFunction>;
};

/** One text or call is a family; a report that failed comes again from its queue. */
const thresholds: Record<WebhookName, number> = {
  ReceiveSms: 1,
  ReceiveCall: 1,
  ReceiveStatus: 3,
};

/** Errors of one webhook function. They take its new version back while it has a tenth of the traffic. */
export const releaseRules = ({ webhooks }: ReleaseSources): AlarmRules => {
  const rule = (name: WebhookName): AlarmRule => ({
    metric: webhooks[name].metricErrors({ period: minute }),
    periods: 1,
    threshold: thresholds[name],
    description: `${name} ends in errors. A version that is five minutes old or younger goes back by itself. Do: read the log of ${name}; after a deployment that is older, deploy the version before.`,
  });
  return {
    ReceiveSmsErrors: rule('ReceiveSms'),
    ReceiveCallErrors: rule('ReceiveCall'),
    ReceiveStatusErrors: rule('ReceiveStatus'),
  };
};
