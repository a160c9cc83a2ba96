import { HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import type { HotlineFunctions } from './hotline-functions.ts';
import type { HotlineHttpApi } from './http-api.ts';

/** Every webhook of a call (functions/http/voice-app.ts). */
const voicePaths = ['', '/heard', '/fallback', '/leg', '/leg/heard'].map(
  (path) => `/twilio/voice${path}`,
);

const signed = "The carrier cannot log in: each call carries Twilio's signature, checked first.";
const coordinators =
  'Opens to a coordinator by a number texted to their phone, and to the carrier by a sealed link.';
const open = 'Says only whether the hotline can reach its table; for whoever watches it.';

/** Which function answers where, and why nobody has to log in there. */
export const addRoutes = (webhooks: HotlineHttpApi, functions: HotlineFunctions): void => {
  const { receiveSms, receiveCall, receiveStatus, website } = functions;
  webhooks.route(HttpMethod.POST, '/twilio/sms', receiveSms.lambda, signed);
  for (const path of voicePaths) webhooks.route(HttpMethod.POST, path, receiveCall.lambda, signed);
  webhooks.route(HttpMethod.POST, '/twilio/status', receiveStatus.lambda, signed);
  webhooks.route(HttpMethod.GET, '/recordings/{id}', website.lambda, coordinators);
  webhooks.route(HttpMethod.POST, '/recordings/{id}', website.lambda, coordinators);
  webhooks.route(HttpMethod.GET, '/health', receiveSms.lambda, open);
};
