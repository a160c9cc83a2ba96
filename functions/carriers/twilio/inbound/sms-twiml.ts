/** Replaces what XML cannot hold (XML 1.0, "Char") by spaces. People do type it, and the TwiML builder throws on it. */
export const toXmlText = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ');

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const escapeXml = (text: string): string =>
  toXmlText(text).replace(/[&<>\r]/g, (sign) => escapes[sign] ?? '');

/** Twilio takes no longer message, in TwiML neither (error 21617), and drops it silently. */
const maxCharacters = 1600;

/** Where to cut: at a line break, else at a space, else anywhere but inside a letter of two code units. */
const findCut = (text: string): number => {
  const head = text.slice(0, maxCharacters + 1);
  const cut = ['\n', ' '].map((sign) => head.lastIndexOf(sign)).find((at) => at > 0);
  const splitsLetter = (text.codePointAt(maxCharacters - 1) ?? 0) > 0xffff;
  return cut ?? (splitsLetter ? maxCharacters - 1 : maxCharacters);
};

const splitMessages = (text: string): string[] => {
  if (text.length <= maxCharacters) return text === '' ? [] : [text];
  const cut = findCut(text);
  return [text.slice(0, cut), ...splitMessages(text.slice(cut).trimStart())];
};

/**
 * Renders a reply as TwiML, in as many messages as it needs. No reply is `<Response/>`: Twilio logs an empty body as an
 * error (docs/facts.md#twilio). The output equals that of Twilio's own builder (test/unit/carriers/sms-twiml.test.ts),
 * whose XML library is heavier than everything else that answers a text.
 */
export const renderReply = (reply: string | null): string => {
  const messages = splitMessages(reply ?? '').map(
    (text) => `<Message>${escapeXml(text)}</Message>`,
  );
  const response =
    messages.length > 0 ? `<Response>${messages.join('')}</Response>` : '<Response/>';
  return `<?xml version="1.0" encoding="UTF-8"?>${response}`;
};
