import { randomUUID } from 'node:crypto';
import type { Json } from '../infra/synthesized.ts';
import {
  type DeployedTemplate,
  mayInvoke,
  type Resource,
  roleAllows,
} from './deployed-template.ts';
import type { LambdaService } from './lambda-service.ts';
import type { Metrics } from './metrics-and-alarms.ts';
import type { Queues } from './queues.ts';

type Answer = { status: number; body: string; headers?: Record<string, string>; fault?: string };

/** How API Gateway answers for a function: 503 when it was throttled or took too long. */
const faults = {
  failed: { status: 500, body: '{"message":"Internal Server Error"}' },
  'timed-out': { status: 503, body: '{"message":"Service Unavailable"}' },
  throttled: { status: 503, body: '{"message":"Service Unavailable"}' },
};

/** API Gateway's HTTP API: the template's routes, throttles, integrations and access log. */
export const createHttpApi = (options: {
  template: DeployedTemplate;
  lambda: LambdaService;
  queues: Queues;
  metrics: Metrics;
  now: () => number;
}) => {
  const { template, lambda, queues, metrics, now } = options;
  const [stage] = template.of('AWS::ApiGatewayV2::Stage');
  const ApiId = template.of('AWS::ApiGatewayV2::Api')[0]?.id ?? '';
  const routes = template.of('AWS::ApiGatewayV2::Route').map(({ RouteKey, Target }) => {
    const [method, path] = RouteKey.split(' ');
    const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
    const integration = template.named(Target);
    return { RouteKey, method, path, pattern, integration };
  });
  const buckets = new Map<string, { left: number; at: number }>();

  /** A token bucket for each route. */
  const isThrottled = (key: string): boolean => {
    const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = {
      ...stage?.DefaultRouteSettings,
      ...stage?.RouteSettings[key],
    };
    const { left, at } = buckets.get(key) ?? { left: burst, at: now() };
    const filled = Math.min(burst, left + ((now() - at) / 1000) * rate);
    buckets.set(key, { left: Math.max(0, filled - 1), at: now() });
    return filled < 1;
  };

  const callFunction = async (
    request: Request,
    route: { RouteKey: string; path: string; integration: Resource },
  ): Promise<Answer> => {
    const { integration, RouteKey, path } = route;
    const target = integration.IntegrationUri;
    const source = `arn:aws:execute-api:ap-south-1:111122223333:${ApiId}/$default/${request.method}${path}`;
    if (!mayInvoke(template, target, 'apigateway.amazonaws.com', source))
      return { ...faults.failed, fault: 'no permission to call the function' };
    const url = new URL(request.url);
    const body = Buffer.from(await request.arrayBuffer());
    const invoked = await lambda.invoke(target, {
      version: '2.0',
      routeKey: RouteKey,
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      headers: Object.fromEntries(request.headers),
      requestContext: {
        domainName: url.host,
        http: { method: request.method, path: url.pathname, sourceIp: '192.0.2.1' },
      },
      // A form comes in base64 (docs/facts.md#aws).
      ...(body.length > 0 && { body: body.toString('base64'), isBase64Encoded: true }),
    });
    if (invoked.type !== 'answered') return { ...faults[invoked.type], fault: invoked.type };
    const { statusCode, headers, body: text = '', isBase64Encoded } = invoked.answer;
    const decoded = isBase64Encoded ? Buffer.from(text, 'base64').toString() : text;
    return { status: statusCode, headers, body: decoded };
  };

  /** The parameters of the integration: `$request.body`, and `${request.header.NAME}` within a text. */
  const putIntoQueue = async (
    request: Request,
    { CredentialsArn, RequestParameters }: Json,
  ): Promise<Answer> => {
    const url = new URL(request.url);
    const body = await request.text();
    const fill = (text: string): string =>
      text
        .replace(/^\$request\.body$/, () => body)
        .replace(/\$\{request\.header\.([\w-]+)\}/g, (_, name) => request.headers.get(name) ?? '')
        .replace(
          /\$\{request\.querystring\.(\w+)\}/g,
          (_, name) => url.searchParams.get(name) ?? '',
        );
    const queue = queues.named(RequestParameters.QueueUrl);
    if (!roleAllows(template, CredentialsArn, 'sqs:SendMessage', queue.arn))
      return { status: 403, body: '<ErrorResponse/>', fault: 'the role may not send' };
    const attributes: Json = JSON.parse(RequestParameters.MessageAttributes, (_, value) =>
      typeof value === 'string' ? fill(value) : value,
    );
    if (Object.values<Json>(attributes).some(({ StringValue }) => StringValue === ''))
      return { status: 400, body: '<ErrorResponse/>', fault: 'an empty attribute' };
    queue.send(fill(RequestParameters.MessageBody), attributes);
    const headers = { 'content-type': 'text/xml' };
    return { status: 200, headers, body: '<?xml version="1.0"?><SendMessageResponse/>' };
  };

  const handle = async (request: Request): Promise<Answer & { route: string }> => {
    const { pathname } = new URL(request.url);
    const found = routes.find(
      ({ method, pattern }) => method === request.method && pattern.test(pathname),
    );
    if (!found) return { route: '-', status: 404, body: '{"message":"Not Found"}' };
    const { RouteKey: route, integration } = found;
    if (isThrottled(route)) return { route, status: 429, body: '{"message":"Too Many Requests"}' };
    const answer =
      integration.IntegrationSubtype === 'SQS-SendMessage'
        ? await putIntoQueue(request, integration)
        : await callFunction(request, found);
    return { route, ...answer };
  };

  return {
    async fetch(request: Request): Promise<Response> {
      const { route, status, body, headers, fault = '-' } = await handle(request);
      const context: Record<string, string> = {
        requestId: randomUUID(),
        routeKey: route,
        status: String(status),
        integrationErrorMessage: fault,
      };
      const line = JSON.parse(stage?.AccessLogSettings.Format, (_, value) =>
        typeof value === 'string'
          ? value.replace(/^\$context\.(\w+)$/, (_match, name) => context[name] ?? '-')
          : value,
      );
      metrics.accessLog.push({ at: now(), line });
      if (status >= 400)
        metrics.add('AWS/ApiGateway', status >= 500 ? '5xx' : '4xx', { ApiId }, 1, now());
      const response = new Response(status === 204 ? null : body, {
        status,
        headers: headers ?? {},
      });
      response.headers.set('date', new Date(now()).toUTCString());
      return response;
    },
  };
};
