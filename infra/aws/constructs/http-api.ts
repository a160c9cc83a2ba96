import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  type HttpMethod,
  type HttpRouteIntegration,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';
import type { WebhookQueue } from './webhook-queue.ts';

/** Logs how and when a route was called. Nothing identifies the caller: no address, no query, no user agent. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    at: '$context.requestTime',
    requestId: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    ms: '$context.responseLatency',
    fault: '$context.integrationErrorMessage',
  }),
);

/** The HTTP API the carrier calls. Its URL is known before its routes, so the functions' environment can hold it. */
export class HotlineHttpApi extends Construct {
  /** Without a slash at the end. */
  readonly url: string;
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string, { key, logRetention, removalPolicy }: Retention) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    this.url = this.api.apiEndpoint;
    const log = new LogGroup(this, 'AccessLog', {
      retention: logRetention,
      removalPolicy,
      ...(key && { encryptionKey: key }),
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // Limits for each route. A burst of status callbacks follows every stage; texts to one number are far fewer.
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: accessLogFormat,
      },
    });
  }

  /** The number of 5xx responses in five minutes. */
  serverErrors(): Metric {
    return this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' });
  }

  /** `openReason` says why the route needs no login, for cdk-nag. */
  addRoute(method: HttpMethod, path: string, handler: LambdaFunction, openReason: string): void {
    this.add(method, path, new HttpLambdaIntegration(handler.node.path, handler), openReason);
  }

  /** A route whose requests go into the queue; its answer says nothing. */
  addQueueRoute(method: HttpMethod, path: string, queue: WebhookQueue, openReason: string): void {
    this.add(method, path, queue.integration(path), openReason);
  }

  private add(
    method: HttpMethod,
    path: string,
    integration: HttpRouteIntegration,
    openReason: string,
  ): void {
    const routes = this.api.addRoutes({ path, methods: [method], integration });
    for (const route of routes)
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: openReason });
  }
}
