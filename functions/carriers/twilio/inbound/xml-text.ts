/** Text as XML may hold it (XML 1.0, "Char"): the TwiML builder throws on anything else, which people do type. */
export const escapeXml = (text: string): string =>
  text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ');
