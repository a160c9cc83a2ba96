import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { HotlineFunctions } from './hotline-functions.ts';
import type { HotlineHttpApi } from './http-api.ts';

/** The webhooks of a call (functions/http/webhooks/voice-app.ts). */
const voicePaths = ['', '/heard', '/fallback', '/leg', '/leg/heard'].map(
  (path) => `/twilio/voice${path}`,
);

const signed = "The carrier cannot log in. Twilio's signature is checked on each request first.";
const coordinators =
  'A coordinator enters a code texted to their phone; the carrier uses a signed link.';
const open = 'Shows only whether the hotline can reach its table, for external monitoring.';

/** The function of each route, and why the route needs no login. */
export const addRoutes = (api: HotlineHttpApi, functions: HotlineFunctions): void => {
  const { receiveSms, receiveCall, receiveStatus, website } = functions;
  api.addRoute(HttpMethod.POST, '/twilio/sms', receiveSms.lambda, signed);
  for (const path of voicePaths) api.addRoute(HttpMethod.POST, path, receiveCall.lambda, signed);
  api.addRoute(HttpMethod.POST, '/twilio/status', receiveStatus.lambda, signed);
  api.addRoute(HttpMethod.GET, '/recordings/{id}', website.lambda, coordinators);
  api.addRoute(HttpMethod.POST, '/recordings/{id}', website.lambda, coordinators);
  api.addRoute(HttpMethod.GET, '/health', receiveSms.lambda, open);
};
