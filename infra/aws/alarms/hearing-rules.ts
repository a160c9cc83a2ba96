import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Stage } from '../deployment.ts';
import { hotlineMetric } from '../hotline-metric.ts';
import { type AlarmRules, fiveMinutes, quarter } from './alarm-rule.ts';

export type HearingSources = {
  stage: Stage;
  /** The number of 5xx responses of the API, and of its 4xx responses. */
  apiErrors: IMetric;
  apiRefusals: IMetric;
  /** Texts whose webhook failed: seconds that the oldest has waited, and how many could not be taken in for a day. */
  lateTexts: { age: IMetric; failed: IMetric };
  /** Seconds that the oldest status callback has waited. */
  statusAge: IMetric;
};

/**
 * Ways in which the hotline is deaf, or is not heard. A small hotline has six requests a day, so that one lost text is
 * already a mail (docs/adr/0028).
 */
export const hearingRules = ({
  stage,
  apiErrors,
  apiRefusals,
  lateTexts,
  statusAge,
}: HearingSources): AlarmRules => {
  const own = hotlineMetric(stage);
  return {
    TextOrCallFailed: {
      rings: true,
      metric: own('WebhooksFailed', 'Sum', fiveMinutes),
      periods: 1,
      threshold: 1,
      description:
        'A text or a call was answered with an error, so a family may have got no answer. Do: read the logs of ReceiveSms and ReceiveCall for webhook-failed and time-outs; status 429 in the access log means that the route was used up. Then run `npm run hotline -- requests --aws` and ring the last families.',
    },
    LateTextsWait: {
      rings: true,
      metric: lateTexts.age,
      periods: 1,
      threshold: 600,
      description:
        'A text whose webhook failed waits in the queue LateTexts for more than 10 minutes: nothing is lost, but a family waits. Do: read the log of ReceiveSms; the queue is taken in by itself when it works again.',
    },
    LateTextsFailed: {
      metric: lateTexts.failed,
      periods: 1,
      threshold: 1,
      description:
        "A text could not be taken in for a day, or its signature is wrong. Do: read the log of ReceiveSms; look for the text in the carrier's log, and ring its sender; then purge the queue LateTextsFailed.",
    },
    StatusesWait: {
      metric: statusAge,
      periods: 1,
      threshold: 1800,
      description:
        'Delivery reports wait for more than half an hour: a donor whose text did not arrive is not replaced until then. Do: read the log of ReceiveStatus; the queue Statuses is taken in by itself when it works again.',
    },
    ApiFaults: {
      metric: apiErrors,
      periods: 1,
      threshold: 3,
      description:
        'The API answers with errors: delivery reports and recordings too. Do: open the output HealthUrl; read the logs of ReceiveStatus and Website.',
    },
    WebhooksRefused: {
      metric: own('WebhooksRefused', 'Sum', fiveMinutes),
      periods: 1,
      threshold: 1,
      description:
        'A webhook with a wrong signature was refused. If it came from the carrier, the hotline is deaf: the auth token or PublicUrl differs. Do: run `npm run hotline -- doctor --aws` (its own wrongly signed requests raise this alarm too); if its rightly signed ones pass, it was a stranger.',
    },
    ApiRefusals: {
      metric: apiRefusals,
      periods: 1,
      threshold: 5,
      description:
        'The API refuses requests: unknown paths, unsigned webhooks, or more than a route takes. Do: look at route and status in the access log; if the carrier calls a wrong URL, correct it in its console.',
    },
    UndeliveredShare: {
      metric: new MathExpression({
        expression: 'IF(FILL(segments, 0) >= 10, 100 * FILL(undelivered, 0) / segments, 0)',
        usingMetrics: {
          segments: own('Segments', 'Sum', quarter),
          undelivered: own('Undelivered', 'Sum', quarter),
        },
        period: quarter,
      }),
      periods: 1,
      threshold: 20,
      description:
        'Of the last 15 minutes’ messages a large part did not arrive: a fifth of the segments is about a third of the texts. Do: look at the reasons on the dashboard; a template that is not registered (DLT), a suspended account and a used-up balance look like this.',
    },
    CarrierErrors: {
      metric: own('CarrierErrors', 'Sum', quarter),
      periods: 1,
      threshold: 3,
      description:
        "The carrier refuses requests or does not answer. Do: check the carrier's status page and console (balance, account, permitted countries, templates), then run `npm run hotline -- doctor --aws`. Messages are retried for about an hour.",
    },
    StrangerCalls: {
      metric: own('StrangerCalls', 'Sum', Duration.hours(1)),
      periods: 1,
      threshold: 60,
      description:
        'Phones that the hotline does not know cause more calls than usual; over the hourly total they are not returned. Do: look for strangers-rate-limited and range-rate-limited in the log of ReceiveCall; docs/operate.md, "Forged missed calls".',
    },
  };
};
