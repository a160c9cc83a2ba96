import { describe, expect, test } from 'vitest';
import { metricNamespace } from '#functions/adapters/metrics/metric-lines.ts';
import { table } from '#infra/table.ts';
import { metricUnits } from '#shared/terms/metrics.ts';
import { everyOption, functions, type Json, synthesized } from './synthesized.ts';

const dev = synthesized();
const full = synthesized(everyOption);

const alarms = (): [string, Json][] =>
  dev
    .resources('AWS::CloudWatch::Alarm')
    .map(([id, { Properties }]) => [id.replace(/^Alarm|[0-9A-F]{8}$/g, ''), Properties]);
const alarm = (name: string): Json => Object.fromEntries(alarms())[name];

/** The dashboard's body with every reference spelled out. */
const dashboardOf = ({ only }: typeof dev): { widgets: Json[] } => {
  const body = only('AWS::CloudWatch::Dashboard').Properties.DashboardBody;
  const text = body['Fn::Join'][1]
    .map((part: Json) => (typeof part === 'string' ? part : (part.Ref ?? part['Fn::GetAtt'][0])))
    .join('');
  return JSON.parse(text);
};
const titles = (of: typeof dev): string[] => dashboardOf(of).widgets.map((w) => w.properties.title);

describe('the metrics', () => {
  /** The names of our metrics in the dashboard and the alarms. */
  const shown = (): Set<string> => {
    const ofDashboard = dashboardOf(dev)
      .widgets.flatMap((w) => w.properties.metrics ?? [])
      .filter(([namespace]: Json) => namespace === metricNamespace)
      .map(([, name]: Json) => name);
    const ofAlarms = alarms()
      .flatMap(([, properties]) => [
        properties,
        ...(properties.Metrics ?? []).map((m: Json) => m.MetricStat?.Metric ?? {}),
      ])
      .filter(({ Namespace }) => Namespace === metricNamespace)
      .map(({ MetricName }) => MetricName);
    return new Set([...ofDashboard, ...ofAlarms]);
  };

  test('are all shown in the dashboard or an alarm, and no others', () => {
    expect([...shown()].sort()).toEqual(Object.keys(metricUnits).sort());
  });

  test('are twenty, because each costs money', () => {
    expect(Object.keys(metricUnits)).toHaveLength(20);
  });

  test('are those of the own stage', () => {
    for (const of of [dev, full]) {
      const stage = of === dev ? 'dev' : 'prod';
      const own = dashboardOf(of).widgets.flatMap((w) => w.properties.metrics ?? []);
      const stages = own
        .filter(([namespace]: Json) => namespace === metricNamespace)
        .map(([, , dimension, value]: Json) => `${dimension}=${value}`);
      expect(new Set(stages)).toEqual(new Set([`Stage=${stage}`]));
    }
  });
});

describe('the dashboard', () => {
  test('shows people first, then machines, then costs', () => {
    expect(titles(full)).toEqual([
      'Alarms',
      'Requests by the state they reached today',
      'Minutes until a request is covered, by day',
      'Donors asked, and what they said, by day',
      'Messages that did not arrive, by hour',
      'Messages that did not arrive, by reason',
      'Auditor: the longest that anything due had waited (seconds), and what it mended (right)',
      'Functions: errors (left), milliseconds of nine in ten (right)',
      'Cost today: the carrier, at 0.05 USD a segment and 0.02 USD a minute',
    ]);
  });

  test('shows dollars only when prices are given', () => {
    const cost = (of: typeof dev) => JSON.stringify(dashboardOf(of).widgets.at(-1));
    expect(cost(full)).toContain('FILL(segments, 0) * 0.05 + FILL(callMinutes, 0) * 0.02');
    expect(cost(dev)).not.toContain('undefined');
    expect(cost(dev)).toContain('segmentUsd');
  });

  test('shows every alarm', () => {
    const shown = dashboardOf(dev).widgets[0].properties.alarms;
    expect(shown).toHaveLength(alarms().length);
  });
});

describe('alarms', () => {
  test('say what has happened and what to do, and mail at their begin and end', () => {
    expect(alarms().map(([name]) => name)).toEqual([
      'NoDueStep',
      'SomethingStuck',
      'NoSweepEnded',
      'SweepCutShort',
      'SomethingMended',
      'FailedBatches',
      'StreamLate',
      'TableThrottles',
      'FunctionErrors',
      'FunctionThrottles',
      'TextOrCallFailed',
      'LateTextsWait',
      'LateTextsFailed',
      'StatusesWait',
      'ApiFaults',
      'WebhooksRefused',
      'ApiRefusals',
      'UndeliveredShare',
      'CarrierErrors',
      'StrangerCalls',
      'SelfExaminationIll',
      'SelfExaminationSilent',
      'ReceiveSmsErrors',
      'ReceiveCallErrors',
      'ReceiveStatusErrors',
    ]);
    const topic = [{ Ref: expect.stringMatching(/^AlarmMailTopic/) }];
    for (const [name, properties] of alarms()) {
      expect(properties.AlarmDescription, name).toMatch(/\. Do: [a-z]/);
      expect(properties.AlarmActions.slice(0, 1), name).toEqual(topic);
      expect(properties.OKActions, name).toEqual(topic);
    }
  });

  test('ring a phone too when families are not heard', () => {
    const ringing = alarms().filter(([, { AlarmActions }]) => AlarmActions.length > 1);
    expect(ringing.map(([name]) => name)).toEqual([
      'NoDueStep',
      'NoSweepEnded',
      'TextOrCallFailed',
      'LateTextsWait',
    ]);
    for (const [name, { AlarmActions }] of ringing)
      expect(AlarmActions[1], name).toEqual({
        Ref: expect.stringMatching(/^ExamineItselfLive/),
      });
  });

  test('an examination that finds nothing ends its alarm; one that does not come raises another', () => {
    expect(alarm('SelfExaminationIll')).toMatchObject({
      MetricName: 'Ill',
      Statistic: 'Maximum',
      Threshold: 1,
      TreatMissingData: 'ignore',
    });
    expect(alarm('SelfExaminationSilent')).toMatchObject({
      MetricName: 'Ill',
      Statistic: 'SampleCount',
      Period: 900,
      EvaluationPeriods: 10,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
    const [, { Properties }] = dev
      .resources('AWS::Events::Rule')
      .find(([id]) => id.startsWith('EveryHour')) ?? ['', {}];
    expect(Properties).toMatchObject({ ScheduleExpression: 'rate(1 hour)', State: 'ENABLED' });
  });

  test('NoDueStep begins after three minutes without a due step or without data', () => {
    expect(alarm('NoDueStep')).toMatchObject({
      EvaluationPeriods: 3,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
    const { Metrics } = alarm('NoDueStep');
    expect(Metrics[0].Expression).toBe('ran - FILL(failed, 0)');
    for (const { MetricStat } of Metrics.slice(1)) {
      expect(MetricStat.Period).toBe(60);
      expect(MetricStat.Metric.Dimensions).toEqual([
        { Name: 'FunctionName', Value: { Ref: expect.stringMatching(/^RunDueSteps/) } },
      ]);
    }
  });

  test('FailedBatches begins with one failed batch', () => {
    expect(alarm('FailedBatches')).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [
        {
          Name: 'QueueName',
          Value: { 'Fn::GetAtt': [expect.stringMatching(/^StreamFailed/), 'QueueName'] },
        },
      ],
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  test.each([
    ['TextOrCallFailed', 'WebhooksFailed', 1, 300],
    ['WebhooksRefused', 'WebhooksRefused', 1, 300],
    ['CarrierErrors', 'CarrierErrors', 3, 900],
    ['ApiFaults', '5xx', 3, 300],
    ['ApiRefusals', '4xx', 5, 900],
  ])('%s begins at one period of %s ≥ %i in %i s', (name, metric, threshold, period) => {
    expect(alarm(name)).toMatchObject({
      MetricName: metric,
      Statistic: 'Sum',
      Period: period,
      EvaluationPeriods: 1,
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    });
  });

  test('TextOrCallFailed counts 5xx and 429 of the routes of texts and calls, of its own stage', () => {
    const { FilterPattern, MetricTransformations } = dev.only('AWS::Logs::MetricFilter').Properties;
    const routes = dev
      .resources('AWS::ApiGatewayV2::Route')
      .map(([, { Properties }]) => Properties.RouteKey)
      .filter((key) => /POST .twilio.(sms|voice)/.test(key));
    expect(routes).toHaveLength(7);
    for (const route of routes) expect(FilterPattern).toContain(`($.route = "${route}")`);
    expect(FilterPattern).not.toContain('/twilio/status');
    expect(FilterPattern).toContain('(($.status = "5*") || ($.status = "429"))');
    expect(MetricTransformations).toEqual([
      {
        Dimensions: [{ Key: 'Stage', Value: '$.stage' }],
        MetricName: 'WebhooksFailed',
        MetricNamespace: metricNamespace,
        MetricValue: '1',
      },
    ]);
    const format = JSON.parse(
      dev.only('AWS::ApiGatewayV2::Stage').Properties.AccessLogSettings.Format,
    );
    expect(format).toMatchObject({
      stage: 'dev',
      route: '$context.routeKey',
      status: '$context.status',
    });
  });

  test('UndeliveredShare begins at a fifth of the segments, of ten at least', () => {
    const { Metrics, Threshold } = alarm('UndeliveredShare');
    expect(Threshold).toBe(20);
    expect(Metrics[0].Expression).toBe(
      'IF(FILL(segments, 0) >= 10, 100 * FILL(undelivered, 0) / segments, 0)',
    );
    for (const { MetricStat } of Metrics.slice(1)) expect(MetricStat.Period).toBe(900);
  });

  test('StreamLate begins when the stream is a minute late for five minutes', () => {
    expect(alarm('StreamLate')).toMatchObject({
      MetricName: 'IteratorAge',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: expect.stringMatching(/^SendOutbox/) } }],
      Period: 60,
      EvaluationPeriods: 5,
      Threshold: 60_000,
    });
  });

  test('TableThrottles watches the table and every index', () => {
    const watched = alarm('TableThrottles')
      .Metrics.filter((m: Json) => m.MetricStat)
      .map(({ MetricStat: { Metric } }: Json) => [
        Metric.MetricName,
        Metric.Dimensions.find(({ Name }: Json) => Name === 'GlobalSecondaryIndexName')?.Value,
      ]);
    expect(watched).toEqual([
      ['ReadThrottleEvents', undefined],
      ['WriteThrottleEvents', undefined],
      ...table.indexes.map(({ name }) => ['WriteThrottleEvents', name]),
    ]);
  });

  test('fill each source of a sum: one without data would end the sum', () => {
    for (const [name, { Metrics = [] }] of alarms()) {
      expect(JSON.stringify(Metrics), name).not.toContain('SUM(');
      const sources = Metrics.filter((m: Json) => m.MetricStat).map((m: Json) => m.Id);
      const [{ Expression = '' } = {}] = Metrics;
      if (sources.length > 2)
        for (const id of sources) expect(Expression, name).toContain(`FILL(${id}, 0)`);
      // CloudWatch's limit.
      expect(sources.length, name).toBeLessThanOrEqual(10);
    }
  });

  test.each(['FunctionErrors', 'FunctionThrottles'])('%s watches all functions', (name) => {
    const watched = alarm(name)
      .Metrics.filter((m: Json) => m.MetricStat)
      .map((m: Json) =>
        m.MetricStat.Metric.Dimensions[0].Value.Ref.replace(/Function[0-9A-F]{8}$/, ''),
      );
    expect(watched.sort()).toEqual(functions);
  });

  test('the others do not begin without data', () => {
    for (const [name, { TreatMissingData }] of alarms())
      if (
        !['NoDueStep', 'NoSweepEnded', 'SelfExaminationIll', 'SelfExaminationSilent'].includes(name)
      )
        expect(TreatMissingData, name).toBe('notBreaching');
  });
});

describe('mail', () => {
  test('sends alarms to the given address, over TLS only, from CloudWatch of this account', () => {
    expect(dev.only('AWS::SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: { Ref: 'AlarmEmail' },
    });
    const { Statement } = dev.only('AWS::SNS::TopicPolicy').Properties.PolicyDocument;
    expect(Statement).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
      expect.objectContaining({
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Action: 'sns:Publish',
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]);
  });

  test('sends a notice at 80 % of the budget and when the forecast passes it', () => {
    const { Budget, NotificationsWithSubscribers } = full.only('AWS::Budgets::Budget').Properties;
    expect(Budget).toMatchObject({
      BudgetName: 'MitraHotline-prod',
      TimeUnit: 'MONTHLY',
      BudgetLimit: { Amount: 60, Unit: 'USD' },
    });
    expect(
      NotificationsWithSubscribers.map(({ Notification, Subscribers }: Json) => [
        Notification.NotificationType,
        Notification.Threshold,
        Subscribers[0].Address,
      ]),
    ).toEqual([
      ['ACTUAL', 80, { Ref: 'AlarmEmail' }],
      ['FORECASTED', 100, { Ref: 'AlarmEmail' }],
    ]);
  });
});
