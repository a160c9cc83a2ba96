import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type CarrierChoice,
  carriersIn,
  textCarriersIn,
} from '#functions/carriers/chosen-carriers.ts';
import { type CarrierName, carrierDefinitions } from '#functions/carriers/registry.ts';
import {
  callPaths,
  callStatusPath,
  messageStatusPath,
  statusPath,
  textFallbackPath,
  textPath,
} from '#functions/http/webhooks/webhook-paths.ts';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';
import { certificatePath, websitePaths } from '#functions/website/website-paths.ts';
import type { ReleasedFunction } from './hotline-function.ts';
import type { HotlineFunctions } from './hotline-functions.ts';
import type { HotlineHttpApi, Throttle } from './http-api.ts';
import type { WebhookQueue } from './webhook-queue.ts';

/*
 * What strangers may use of an account that runs ten functions at once: pages and /health little. The reports of a stage
 * come in a burst, but go into a queue; what still comes to the function is the end of calls and an older URL.
 */
const health: Throttle = { rate: 2, burst: 5 };
const pages: Throttle = { rate: 5, burst: 10 };
const reports: Throttle = { rate: 50, burst: 20 };

const signedBy = ({ title, hasPathSecret }: CarrierDefinition): string =>
  hasPathSecret
    ? `The carrier cannot log in. Each request must end its path with a secret that ${title} alone was given.`
    : `The carrier cannot log in. ${title}'s signature is checked on each request first.`;

/** Where a carrier's webhook arrives. */
const routeOf = ({ path, hasPathSecret }: CarrierDefinition, below: string): string =>
  `${path}${below}${hasPathSecret ? '/{secret}' : ''}`;
const coordinators =
  'A coordinator enters a code texted to their phone; the carrier uses a signed link.';
const visitors =
  'Public pages; a page of a person opens by a code that came to their phone, or by a link with a secret.';
const open = 'Shows only whether the hotline can reach its table, for external monitoring.';

type RouteTargets = {
  functions: HotlineFunctions;
  lateTexts: WebhookQueue;
  statuses: WebhookQueue;
};

/** The function or queue of each route, and why the route needs no login. */
export const addRoutes = (
  api: HotlineHttpApi,
  { functions, lateTexts, statuses }: RouteTargets,
  carriers: CarrierChoice,
): void => {
  const { receiveSms, receiveCall, receiveStatus, website, certificate } = functions;
  const addWebhook = (
    name: CarrierName,
    path: string,
    target: ReleasedFunction,
    throttle?: Throttle,
  ): void => {
    const carrier: CarrierDefinition = carrierDefinitions[name];
    const openReason = signedBy(carrier);
    api.addRoute(HttpMethod.POST, routeOf(carrier, path), target, { openReason, throttle });
  };
  for (const name of textCarriersIn(carriers)) {
    const texts: CarrierDefinition = carrierDefinitions[name];
    addWebhook(name, textPath, receiveSms);
    const { signatureHeader } = texts.webhooks;
    // A carrier without a signature has no fallback: it tries the same URL again for many minutes.
    if (!texts.hasPathSecret)
      api.addQueueRoute(HttpMethod.POST, texts.path + textFallbackPath, lateTexts, {
        openReason: signedBy(texts),
        signatureHeader,
      });
  }
  for (const path of callPaths) addWebhook(carriers.calls, path, receiveCall);
  for (const name of carriersIn(carriers)) {
    addWebhook(name, statusPath, receiveStatus, reports);
    const carrier: CarrierDefinition = carrierDefinitions[name];
    const { statusIds } = carrier;
    const queued: [string, string][] = statusIds
      ? [
          [messageStatusPath, statusIds.message],
          [callStatusPath, statusIds.call],
        ]
      : [];
    for (const [path, query] of queued)
      api.addQueueRoute(HttpMethod.POST, carrier.path + path, statuses, {
        openReason: signedBy(carrier),
        signatureHeader: carrier.webhooks.signatureHeader,
        query,
      });
  }
  for (const method of ['GET', 'POST'] as const) {
    for (const path of websitePaths[method])
      api.addRoute(HttpMethod[method], path, website, {
        openReason: visitors,
        throttle: pages,
      });
    api.addRoute(HttpMethod[method], '/recordings/{id}', website, {
      openReason: coordinators,
      throttle: pages,
    });
  }
  api.addRoute(HttpMethod.GET, certificatePath, certificate, {
    openReason: visitors,
    throttle: health,
  });
  api.addRoute(HttpMethod.GET, '/health', website, { openReason: open, throttle: health });
  api.countFailures([
    ...textCarriersIn(carriers).flatMap((name) =>
      [textPath, textFallbackPath].map((path) => routeOf(carrierDefinitions[name], path)),
    ),
    ...callPaths.map((path) => carrierDefinitions[carriers.calls].path + path),
  ]);
};
