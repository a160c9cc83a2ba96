import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  type HttpMethod,
  type HttpRoute,
  type HttpRouteIntegration,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { metricNamespace, stageDimension } from '#functions/adapters/metrics/metric-lines.ts';
import type { MetricName } from '#shared/terms/metrics.ts';
import type { Stage } from '../deployment.ts';
import type { Retention } from '../retention.ts';
import type { ReleasedFunction } from './hotline-function.ts';
import type { WebhookQueue } from './webhook-queue.ts';

/** Logs how and when a route was called. Nothing identifies the caller: no address, no query, no user agent. */
const accessLogFormat = (stage: Stage): AccessLogFormat =>
  AccessLogFormat.custom(
    JSON.stringify({
      stage,
      at: '$context.requestTime',
      requestId: '$context.requestId',
      route: '$context.routeKey',
      status: '$context.status',
      ms: '$context.responseLatency',
      functionStatus: '$context.integrationStatus',
      functionMs: '$context.integrationLatency',
      fault: '$context.integrationErrorMessage',
    }),
  );

/** Requests a second, and at once. */
export type Throttle = { rate: number; burst: number };

const failed: MetricName = 'WebhooksFailed';

/** The HTTP API the carrier calls. Its URL is known before its routes, so the functions' environment can hold it. */
export class HotlineHttpApi extends Construct {
  /** Without a slash at the end. */
  readonly url: string;
  private readonly api: HttpApi;
  private readonly stage: CfnStage;
  private readonly log: LogGroup;

  constructor(
    scope: Construct,
    id: string,
    { stage: ofStack, retention }: { stage: Stage; retention: Retention },
  ) {
    super(scope, id);
    const { key, logRetention, removalPolicy } = retention;
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    this.url = this.api.apiEndpoint;
    this.log = new LogGroup(this, 'AccessLog', {
      retention: logRetention,
      removalPolicy,
      ...(key && { encryptionKey: key }),
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Limits for each route. A burst of status callbacks follows every stage; texts to one number are far fewer.
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.log),
        format: accessLogFormat(ofStack),
      },
    });
    const { defaultChild } = stage.node;
    if (!(defaultChild instanceof CfnStage)) throw new Error('the stage is no CfnStage');
    this.stage = defaultChild;
  }

  /** The number of 5xx responses in five minutes. */
  serverErrors(): Metric {
    return this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' });
  }

  /** The number of 4xx responses in fifteen minutes. */
  refusals(): Metric {
    return this.api.metricClientError({ period: Duration.minutes(15), statistic: 'Sum' });
  }

  /**
   * Counts answers with 5xx or 429 on these routes in the access log, as one metric: the API's own metrics by route cost
   * six for each route.
   */
  countFailures(paths: readonly string[]): void {
    const { stringValue, any, all } = FilterPattern;
    new MetricFilter(this, 'Failures', {
      logGroup: this.log,
      filterPattern: all(
        any(...paths.map((path) => stringValue('$.route', '=', `POST ${path}`))),
        any(stringValue('$.status', '=', '5*'), stringValue('$.status', '=', '429')),
      ),
      metricNamespace,
      metricName: failed,
      metricValue: '1',
      dimensions: { [stageDimension]: '$.stage' },
    });
  }

  /** `openReason` says why the route needs no login, for cdk-nag. */
  addRoute(
    method: HttpMethod,
    path: string,
    { lambda, live }: ReleasedFunction,
    options: { openReason: string; throttle?: Throttle | undefined },
  ): void {
    this.add(method, path, new HttpLambdaIntegration(lambda.node.path, live), options);
  }

  /** A route whose requests go into the queue; its answer says nothing. */
  addQueueRoute(
    method: HttpMethod,
    path: string,
    queue: WebhookQueue,
    options: { openReason: string; signatureHeader: string; query?: string },
  ): void {
    this.add(method, path, queue.integration(path, options), options);
  }

  private add(
    method: HttpMethod,
    path: string,
    integration: HttpRouteIntegration,
    { openReason, throttle }: { openReason: string; throttle?: Throttle | undefined },
  ): void {
    const routes = this.api.addRoutes({ path, methods: [method], integration });
    for (const route of routes) {
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: openReason });
      if (throttle) this.throttleRoute(`${method} ${path}`, route, throttle);
    }
  }

  private throttleRoute(key: string, route: HttpRoute, { rate, burst }: Throttle): void {
    const settings = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst };
    this.stage.addPropertyOverride(`RouteSettings.${key}`, settings);
    // API Gateway refuses the settings of a route that does not exist yet.
    const { defaultChild } = route.node;
    if (defaultChild) this.stage.node.addDependency(defaultChild);
  }
}
