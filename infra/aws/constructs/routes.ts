import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { type CarrierChoice, carriersIn } from '#functions/carriers/chosen-carriers.ts';
import { type CarrierName, carrierDefinitions } from '#functions/carriers/registry.ts';
import {
  callPaths,
  statusPath,
  textFallbackPath,
  textPath,
} from '#functions/http/webhooks/webhook-paths.ts';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';
import type { HotlineFunction } from './hotline-function.ts';
import type { HotlineFunctions } from './hotline-functions.ts';
import type { HotlineHttpApi } from './http-api.ts';
import type { WebhookQueue } from './webhook-queue.ts';

const signedBy = ({ title }: CarrierDefinition): string =>
  `The carrier cannot log in. ${title}'s signature is checked on each request first.`;
const coordinators =
  'A coordinator enters a code texted to their phone; the carrier uses a signed link.';
const open = 'Shows only whether the hotline can reach its table, for external monitoring.';

/** The function or queue of each route, and why the route needs no login. */
export const addRoutes = (
  api: HotlineHttpApi,
  { functions, lateTexts }: { functions: HotlineFunctions; lateTexts: WebhookQueue },
  carriers: CarrierChoice,
): void => {
  const { receiveSms, receiveCall, receiveStatus, website } = functions;
  const addWebhook = (name: CarrierName, path: string, { lambda }: HotlineFunction): void => {
    const carrier = carrierDefinitions[name];
    api.addRoute(HttpMethod.POST, carrier.path + path, lambda, signedBy(carrier));
  };
  const texts: CarrierDefinition = carrierDefinitions[carriers.texts];
  addWebhook(carriers.texts, textPath, receiveSms);
  api.addQueueRoute(HttpMethod.POST, texts.path + textFallbackPath, lateTexts, signedBy(texts));
  for (const path of callPaths) addWebhook(carriers.calls, path, receiveCall);
  for (const name of carriersIn(carriers)) addWebhook(name, statusPath, receiveStatus);
  api.addRoute(HttpMethod.GET, '/recordings/{id}', website.lambda, coordinators);
  api.addRoute(HttpMethod.POST, '/recordings/{id}', website.lambda, coordinators);
  api.addRoute(HttpMethod.GET, '/health', receiveSms.lambda, open);
};
