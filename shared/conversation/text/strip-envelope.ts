import { trimEnd } from '../../terms/trim-end.ts';
import { envelopeWords as words } from '../words/envelope/envelope-words.ts';
import { isDecoration } from './decoration.ts';
import { type Token, tokenize, withPlainDigits } from './normalize.ts';
import { type OwnWords, withoutOwnWords } from './own-words.ts';

/** What a person wrote, without what a phone or an app puts around it and without our own quoted messages. */
export type Stripped = {
  /** '' when nothing is left: a reaction, or our own message sent back. */
  text: string;
  /** `reaction`: to one of our messages. `echo`: only our own words, a link, or another service's password. */
  kind: 'words' | 'reaction' | 'echo';
};

const quotes = /["“”„«»]/u;
/** `👍 to "…"`, `Reacted ❤️ to "…"`. */
const reactedTo =
  /^\s*(?:reacted\s+)?[\p{Extended_Pictographic}\p{EMod}\p{VS}\u200D]+\s*to\s*["“„«]/iu;

const plainTokens = (text: string): Token[] => tokenize(text).filter(({ kind }) => kind !== 'mark');

/** "Laughed at an image", "Removed a like from a movie": nothing else stands there. */
const isReactionToThing = (spoken: readonly Token[]): boolean => {
  const thing = spoken.findIndex((_, i) => words.reactedThing.at(spoken, i) === spoken.length - i);
  let i = words.reaction.at(spoken, 0);
  while (i > 0 && i < thing) {
    const length = words.besideReaction.at(spoken, i);
    if (length === 0) return false;
    i += length;
  }
  return i > 0 && i === thing;
};

const isReaction = (text: string): boolean => {
  if (reactedTo.test(text)) return true;
  const spoken = plainTokens(text);
  return words.reaction.at(spoken, 0) > 0 && (quotes.test(text) || isReactionToThing(spoken));
};

const saysNothing = (text: string): boolean =>
  tokenize(text).every((token) => token.kind === 'mark' && !'?+'.includes(token.text));

/** True when only signs and the words of a reaction are left beside our own message. */
const isOnlyReaction = (text: string): boolean => {
  const tokens = tokenize(text);
  const spoken = plainTokens(text);
  let i = 0;
  while (i < spoken.length) {
    const length = words.reaction.at(spoken, i) || words.besideReaction.at(spoken, i);
    if (length === 0) return false;
    i += length;
  }
  return tokens.some((token) => token.kind === 'word' || isDecoration(token));
};

const isQuoteLine = (line: string): boolean => /^\s*>/.test(line);
/** `On Sun, 29 Nov, 5320000000 wrote:`. */
const beginsMail = (line: string): boolean =>
  /^\s*On\s.{4,150}\swrote:\s*$/i.test(line) || words.quoted.at(plainTokens(line), 0) > 0;
const isDeviceLine = (line: string): boolean => words.device.at(plainTokens(line), 0) > 0;
const inlineDevice = /\b(?:sent from my|sent via|sent using)\s[\p{L}\d .]{2,40}$/iu;
const withoutInlineDevice = (text: string): string => {
  const at = text.search(inlineDevice);
  return at < 0 ? text : trimEnd(text.slice(0, at), /[\s\-–—]/);
};

/** Without quoted lines, a quoted mail below, and the line that a device adds. */
const withoutFrame = (raw: string): string => {
  const lines = raw.split(/\r\n?|[\n\u2028]/);
  const mail = lines.findIndex((line, i) => i > 0 && beginsMail(line));
  const kept = (mail < 0 ? lines : lines.slice(0, mail)).filter(
    (line, i) => !isQuoteLine(line) && !(i > 0 && isDeviceLine(line)),
  );
  return withoutInlineDevice(kept.join('\n')).trim();
};

const link = /(?:https?:\/\/|www\.)\S+/giu;
/** A password has so few digits; a telephone number has more. */
const password = /(?<!\d)\d{4,8}(?!\d)/u;
const fewTokens = 40;

/** What a phone or a page wrote and a person passed on: only links, or another service's password. A plus may be a group's. */
const isPassedOn = (text: string): boolean => {
  const withoutLinks = text.replace(link, ' ');
  if (withoutLinks !== text && saysNothing(withoutLinks)) return true;
  const spoken = plainTokens(text);
  return (
    spoken.length <= fewTokens &&
    password.test(withPlainDigits(text)) &&
    spoken.some((_, i) => words.oneTimePassword.at(spoken, i) > 0) &&
    !/[+]/.test(text)
  );
};

/**
 * The words of the person alone: without quoted lines, our own messages (`own`), and the line of a device. A text that
 * would lose everything else keeps it: a request may be forwarded as a quotation.
 */
export const stripEnvelope = (raw: string, own: OwnWords): Stripped => {
  if (isReaction(raw)) return { text: '', kind: 'reaction' };
  if (isPassedOn(raw)) return { text: '', kind: 'echo' };
  const written = withoutOwnWords(raw, own);
  const text = withoutFrame(written);
  if (written === raw) {
    const isAllFrame = saysNothing(text) && !saysNothing(raw);
    return { text: isAllFrame ? raw.replace(/^\s*>+/gm, '') : text, kind: 'words' };
  }
  if (saysNothing(text)) return { text: '', kind: isOnlyReaction(text) ? 'reaction' : 'echo' };
  return isOnlyReaction(text) ? { text: '', kind: 'reaction' } : { text, kind: 'words' };
};
