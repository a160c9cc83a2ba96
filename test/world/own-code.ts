/*
 * How a true volunteer answers: with the own code that the text about the request gave them. A forger does not read
 * those texts, so a test of an attack sends its words as they are (`forges`).
 */

/** The volunteer's own code for this request in the texts of one phone, the oldest first. */
export const ownCodeIn = (texts: readonly string[], code: string): string | undefined => {
  const named = new RegExp(`(?<!\\d)${code}(?!\\d)`);
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((text) => named.test(text))
    .map((text) => text.match(/(?:OK|NO) ([1-9]\d{3,6})(?!\d)/)?.[1])
    .findLast((own) => own !== undefined && own !== code);
};

/** The newest own code in these texts, which a volunteer keys in first in a call. */
export const newestOwnCode = (texts: readonly string[]): string | undefined =>
  texts
    .map((text) => text.match(/(?:OK|NO) ([1-9]\d{3,6})(?!\d)/)?.[1])
    .findLast((own) => own !== undefined);

/** What a call asks of a volunteer who rings in. */
export const asksForOwnCode = (heard: string): boolean =>
  heard.includes('key in your own code') || heard.includes('अपना कोड लिखा है');

const asksToClose = /1 = close it|1 = band karein|1 = बंद करें/;

/** What the owner answers to the reply: with the own code that it says, or 1 after CLOSE; undefined when it asks nothing. */
export const secondTry = (body: string, reply: string): string | undefined => {
  if (/^CLOSE/.test(body) && asksToClose.test(reply)) return '1';
  const code = body.match(/^(?:OK|NO) ([1-9]\d{3,6})(?!\d)/)?.[1];
  const own = code && ownCodeIn([reply], code);
  return own && body.replace(code, own);
};

/** What this phone's owner types: their own code in place of the request's. */
export const withOwnCodes = (body: string, texts: readonly string[]): string =>
  body.replace(/(?<!\d)[1-9]\d{3,6}(?!\d)/g, (code) => ownCodeIn(texts, code) ?? code);
