import { trimEnd } from '../../terms/trim-end.ts';
import { envelopeWords as words } from '../words/envelope/envelope-words.ts';
import { isDecoration } from './decoration.ts';
import { type Token, tokenize } from './normalize.ts';
import { type OwnWords, withoutOwnWords } from './own-words.ts';

/** What a person wrote, without what a phone or an app puts around it and without our own quoted messages. */
export type Stripped = {
  /** '' when nothing is left: a reaction, or our own message sent back. */
  text: string;
  /** `reaction`: to one of our messages. `echo`: only our own words. */
  kind: 'words' | 'reaction' | 'echo';
};

const quotes = /["“”„«»]/u;
/** `👍 to "…"`, `Reacted ❤️ to "…"`. */
const reactedTo =
  /^\s*(?:reacted\s+)?[\p{Extended_Pictographic}\p{EMod}\p{VS}\u200D]+\s*to\s*["“„«]/iu;

const plainTokens = (text: string): Token[] => tokenize(text).filter(({ kind }) => kind !== 'mark');

const isReaction = (text: string): boolean =>
  reactedTo.test(text) || (quotes.test(text) && words.reaction.at(plainTokens(text), 0) > 0);

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

/**
 * The words of the person alone: without quoted lines, our own messages (`own`), and the line of a device. A text that
 * would lose everything else keeps it: a request may be forwarded as a quotation.
 */
export const stripEnvelope = (raw: string, own: OwnWords): Stripped => {
  if (isReaction(raw)) return { text: '', kind: 'reaction' };
  const written = withoutOwnWords(raw, own);
  const text = withoutFrame(written);
  if (written === raw) {
    const isAllFrame = saysNothing(text) && !saysNothing(raw);
    return { text: isAllFrame ? raw.replace(/^\s*>+/gm, '') : text, kind: 'words' };
  }
  if (saysNothing(text)) return { text: '', kind: isOnlyReaction(text) ? 'reaction' : 'echo' };
  return isOnlyReaction(text) ? { text: '', kind: 'reaction' } : { text, kind: 'words' };
};
