import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  MathExpression,
  type Metric,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { MetricName } from '#shared/terms/metrics.ts';
import type { Deployment } from '../deployment.ts';
import { hotlineMetric } from '../hotline-metric.ts';

type DashboardProps = {
  name: string;
  deployment: Deployment;
  alarms: Alarm[];
  functions: Record<string, LambdaFunction>;
  /** Log groups of the functions that write the metric Undelivered. */
  sendingLogGroups: string[];
};

const day = Duration.days(1);
const hour = Duration.hours(1);
const half = 12;
const whole = 24;

/** The state of the hotline since yesterday: people first, then machines, then costs. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: props.name,
      defaultInterval: Duration.days(7),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: props.alarms, width: whole, height: 3 })],
        ...peopleWidgets(props),
        ...machineWidgets(props),
        [costTodayWidget(props)],
      ],
    });
  }
}

const peopleWidgets = ({ deployment, sendingLogGroups }: DashboardProps): IWidget[][] => {
  const own = hotlineMetric(deployment.stage);
  const daily = (name: MetricName, label: string): Metric => own(name, 'Sum', day).with({ label });
  const minutes = (statistic: string, label: string): Metric =>
    own('MinutesToCovered', statistic, day).with({ label });
  return [
    [
      new SingleValueWidget({
        title: 'Requests by the state they reached today',
        metrics: [
          daily('RequestsOpened', 'opened'),
          daily('RequestsVerified', 'verified'),
          daily('RequestsCovered', 'covered'),
          daily('RequestsFulfilled', 'fulfilled'),
          daily('RequestsClosed', 'refused, cancelled, expired'),
        ],
        width: whole,
        height: 4,
      }),
    ],
    [
      new GraphWidget({
        title: 'Minutes until a request is covered, by day',
        left: [minutes('p50', 'half of them within'), minutes('p90', 'nine of ten within')],
        width: half,
      }),
      new GraphWidget({
        title: 'Donors asked, and what they said, by day',
        left: [
          daily('DonorsAsked', 'asked'),
          daily('DonorsSaidYes', 'yes'),
          daily('DonorsSaidNo', 'no'),
        ],
        width: half,
      }),
    ],
    [
      new GraphWidget({
        title: 'Messages that did not arrive, by hour',
        left: [
          own('Undelivered', 'Sum', hour).with({ label: 'undelivered' }),
          own('CarrierErrors', 'Sum', hour).with({ label: "the carrier's fault" }),
        ],
        width: half,
      }),
      new LogQueryWidget({
        title: 'Messages that did not arrive, by reason',
        logGroupNames: sendingLogGroups,
        queryLines: [
          'filter Undelivered = 1',
          'stats sum(Undelivered) as messages by reason',
          'sort messages desc',
        ],
        view: LogQueryVisualizationType.TABLE,
        width: half,
      }),
    ],
  ];
};

const machineWidgets = ({ deployment, functions }: DashboardProps): IWidget[][] => {
  const each = (metricOf: (f: LambdaFunction) => Metric): IMetric[] =>
    Object.entries(functions).map(([name, f]) => metricOf(f).with({ label: name }));
  const own = hotlineMetric(deployment.stage);
  const late = own('LateSeconds', 'Maximum', Duration.minutes(1));
  return [
    [
      new GraphWidget({
        title:
          'Auditor: the longest that anything due had waited (seconds), and what it mended (right)',
        left: [late.with({ label: 'late' })],
        right: [own('Mended').with({ label: 'mended' })],
        leftAnnotations: [{ value: 300, label: 'alarm' }],
        width: half,
      }),
      new GraphWidget({
        title: 'Functions: errors (left), milliseconds of nine in ten (right)',
        left: each((f) => f.metricErrors()),
        right: each((f) => f.metricDuration({ statistic: 'p90' })),
        width: half,
      }),
    ],
  ];
};

/** The carrier's share, by far the larger one: what was sent, at the group's own prices. AWS's share is in the budget. */
const costTodayWidget = ({ deployment }: DashboardProps): IWidget => {
  const own = hotlineMetric(deployment.stage);
  const segments = own('Segments', 'Sum', day).with({ label: 'SMS segments' });
  const callMinutes = own('CallMinutes', 'Sum', day).with({ label: 'call minutes' });
  const { segmentUsd, callMinuteUsd } = deployment;
  const arePricesKnown = segmentUsd !== undefined && callMinuteUsd !== undefined;
  const dollars = new MathExpression({
    expression: `FILL(segments, 0) * ${segmentUsd} + FILL(callMinutes, 0) * ${callMinuteUsd}`,
    usingMetrics: { segments, callMinutes },
    period: day,
    label: 'US dollars',
  });
  return new SingleValueWidget({
    title: arePricesKnown
      ? `Cost today: the carrier, at ${segmentUsd} USD a segment and ${callMinuteUsd} USD a minute`
      : 'Cost today: the carrier (in dollars when deployed with -c segmentUsd=… -c callMinuteUsd=…)',
    metrics: [...(arePricesKnown ? [dollars] : []), segments, callMinutes],
    width: whole,
    height: 4,
  });
};
