import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Twilio's codes, each with its HTTP status and message (Twilio's error dictionary). */
const errors = {
  20001: [400, 'Invalid parameter'],
  20003: [401, 'Authenticate'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'Internal Server Error'],
  21201: [400, "No 'To' number is specified"],
  21205: [400, 'Url is not a valid URL'],
  21208: [400, 'Invalid Timeout'],
  21210: [400, "The source phone number provided, 'From', is not yet verified for your account."],
  21211: [400, "The 'To' number is not a valid phone number."],
  21215: [400, 'Account not authorized to call this number: geographic permissions'],
  21266: [400, "'To' and 'From' number cannot be the same"],
  21602: [400, 'Message body is required.'],
  21604: [400, "A 'To' phone number is required."],
  21606: [400, "The 'From' phone number is not a valid, SMS-capable number of your account."],
  21609: [400, "The 'StatusCallback' URL is not a valid URL."],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21614: [400, "The 'To' number is not a mobile number"],
  21655: [400, 'The ContentSid is invalid'],
  21656: [400, 'The ContentVariables parameter is invalid'],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit.'],
} as const satisfies Record<number, readonly [ContentfulStatusCode, string]>;

export type RestErrorCode = keyof typeof errors;

/** A refused REST call. */
export const refuse = (c: Context, code: RestErrorCode) => {
  const [status, message] = errors[code];
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return c.json({ code, message, more_info, status }, status);
};
