import { Duration, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  type HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';

/** How and when a route was called, and nothing of who called: no address, no query, no agent. */
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

/** The HTTP API the carrier calls. Its URL is known before its routes, so functions can be told it. */
export class HotlineHttpApi extends Construct {
  /** Without a slash at the end. */
  readonly url: string;
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string, { key, logs, removalPolicy }: Retention) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    this.url = this.api.apiEndpoint;
    const log = new LogGroup(this, 'AccessLog', {
      retention: logs,
      removalPolicy,
      ...(key && { encryptionKey: key }),
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // For each route. A burst of callbacks follows every stage; one number is texted far less.
      throttle: { rateLimit: 100, burstLimit: 200 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: accessLogFormat,
      },
    });
  }

  /** Answers with 5xx, of five minutes. */
  faults(): Metric {
    return this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' });
  }

  route(method: HttpMethod, path: string, handler: LambdaFunction, openBecause: string): void {
    const integration = new HttpLambdaIntegration(handler.node.path, handler);
    const routes = this.api.addRoutes({ path, methods: [method], integration });
    for (const route of routes)
      Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: openBecause });
  }
}
