/** Replaces what XML cannot hold (XML 1.0, "Char") by spaces. People do type it, and the TwiML builder throws on it. */
export const toXmlText = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ');

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const escapeXml = (text: string): string =>
  toXmlText(text).replace(/[&<>\r]/g, (sign) => escapes[sign] ?? '');

/** More characters in one message the carrier does not take, in TwiML neither (Twilio's error 21617): nobody hears them. */
const mostCharacters = 1600;

/** A line's end, a space, or else anywhere but within a letter of two code units. */
const cutIn = (text: string): number => {
  const head = text.slice(0, mostCharacters + 1);
  const cut = ['\n', ' '].map((sign) => head.lastIndexOf(sign)).find((at) => at > 0);
  const splitsLetter = (text.codePointAt(mostCharacters - 1) ?? 0) > 0xffff;
  return cut ?? (splitsLetter ? mostCharacters - 1 : mostCharacters);
};

const inMessages = (text: string): string[] => {
  if (text.length <= mostCharacters) return text === '' ? [] : [text];
  const cut = cutIn(text);
  return [text.slice(0, cut), ...inMessages(text.slice(cut).trimStart())];
};

/**
 * TwiML that says this, in as many messages as it needs, or nothing: `<Response/>`, since an empty body is logged as
 * an error (FACTS §6). The same to the letter as Twilio's own builder, whose XML library is heavier than all else that
 * answers a text (test/unit/carriers/sms-twiml.test.ts).
 */
export const renderReply = (reply: string | null): string => {
  const messages = inMessages(reply ?? '').map((text) => `<Message>${escapeXml(text)}</Message>`);
  const response =
    messages.length > 0 ? `<Response>${messages.join('')}</Response>` : '<Response/>';
  return `<?xml version="1.0" encoding="UTF-8"?>${response}`;
};
