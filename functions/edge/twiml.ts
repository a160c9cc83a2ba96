import { xmlText } from './xml-text.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const escaped = (text: string): string =>
  xmlText(text).replace(/[&<>\r]/g, (sign) => escapes[sign] ?? '');

/**
 * TwiML that says this, or nothing: `<Response/>`, since an empty body is logged as an error (FACTS §6). The same to
 * the letter as Twilio's own builder, whose XML library is heavier than all else that answers a text
 * (test/unit/edge/twiml.test.ts).
 */
export const renderReply = (reply: string | null): string => {
  const message = reply
    ? `<Response><Message>${escaped(reply)}</Message></Response>`
    : '<Response/>';
  return `<?xml version="1.0" encoding="UTF-8"?>${message}`;
};
