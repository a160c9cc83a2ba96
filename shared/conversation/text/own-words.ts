import { type Token, tokenize } from './normalize.ts';

/** So many words in a row, as one of our messages has them: no person writes them by chance. */
const runLength = 8;

/** Words, numbers, and the signs of a blood group. */
const isSpoken = ({ kind, text }: Token): boolean =>
  kind !== 'mark' || text === '+' || text === '-';
const spokenIn = (text: string): Token[] => tokenize(text).filter(isSpoken);

const runAt = (tokens: readonly Token[], i: number): string =>
  tokens
    .slice(i, i + runLength)
    .map(({ text }) => text)
    .join(' ');

/** The runs of words that our messages are made of, to recognize them when they come back. */
export type OwnWords = ReadonlySet<string>;

export const toOwnWords = (messages: readonly string[]): OwnWords =>
  new Set(
    messages.flatMap((message) => {
      const tokens = spokenIn(message);
      const runs = Math.max(0, tokens.length - runLength + 1);
      return Array.from({ length: runs }, (_, i) => runAt(tokens, i));
    }),
  );

/** True when the text repeats a part of one of our messages. */
export const hasOwnWords = (raw: string, own: OwnWords): boolean => {
  const tokens = spokenIn(raw);
  return tokens.some((_, i) => own.has(runAt(tokens, i)));
};

/** The text without the parts that repeat our messages, each of which becomes a line break. Linear. */
export const withoutOwnWords = (raw: string, own: OwnWords): string => {
  const tokens = spokenIn(raw);
  let kept = '';
  let end = 0;
  for (let i = 0; i < tokens.length; ) {
    let last = i;
    while (own.has(runAt(tokens, last))) last += 1;
    if (last === i) {
      i += 1;
      continue;
    }
    const next = last + runLength - 1;
    kept += `${raw.slice(end, tokens[i]?.start)}\n`;
    end = tokens[next - 1]?.end ?? end;
    i = next;
  }
  return kept + raw.slice(end);
};
