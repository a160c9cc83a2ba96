import twilioWebhooks from 'twilio/lib/webhooks/webhooks.js';
import { parseForm } from '#functions/http/form.ts';

const formType = 'application/x-www-form-urlencoded';

/** A webhook as the carrier posts it, signed with the token. The body is not changed. */
export const signedForm = (
  url: string,
  body: string,
  { authToken, contentType = formType }: { authToken: string; contentType?: string },
): Request =>
  new Request(url, {
    method: 'POST',
    headers: {
      'Content-Type': contentType,
      'X-Twilio-Signature': twilioWebhooks.getExpectedTwilioSignature(
        authToken,
        url,
        parseForm(contentType, body),
      ),
    },
    body,
  });
