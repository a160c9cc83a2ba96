/**
 * One piece of a text in its normal form. `text` is lower case and has Latin digits. It has no accents, no nukta and no
 * zero-width or formatting characters. `start` and `end` (UTF-16, end exclusive) cut the piece out of the original. A
 * line break is the mark '\n', a telephone number (find-phones.ts) the mark 'phone'.
 */
export type Token = {
  kind: 'word' | 'number' | 'mark';
  text: string;
  start: number;
  end: number;
  /** True when it follows the piece before it directly. */
  glued: boolean;
};

/** Signs that people paste for letters, plus, minus, punctuation and line breaks. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['🅰', 'a'],
  ['🅱', 'b'],
  ['🆎', 'ab'],
  ['🅾', 'o'],
  ['➕', '+'],
  ['➖', '-'],
  ['−', '-'],
  ['❓', '?'],
  ['❔', '?'],
  ['❗', '!'],
  ['❕', '!'],
  ['।', '.'],
  ['॥', '.'],
  ['\r', '\n'],
  ['\u2028', '\n'],
]);

const isSpace = /[\s\p{Zs}\p{Cc}]/u;
/** Format characters, variation selectors, keycaps, skin tones, and WhatsApp's *bold* _italic_ ~strike~ `code`. */
const isInvisible = /\p{Cf}|\p{VS}|\p{EMod}|\u20E3|[*_~`]/u;
const isLetter = /[\p{L}\p{M}]/u;
const isLatin = /[a-z]/;
const isDigit = /[0-9]/;
const isAccent = /[\u0300-\u036F\u093C]/g;

/** The zeros of the scripts used in India's phones, Devanagari to Malayalam and Arabic; their other digits follow. */
const zeros = [
  0x0966, 0x0660, 0x06f0, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0f20,
];
const plainDigit = (char: string): string => {
  const point = char.codePointAt(0) ?? 0;
  const zero = zeros.find((z) => point >= z && point <= z + 9);
  return zero === undefined ? char : String(point - zero);
};

/** Replaces digits only: "२११००२" becomes "211002". */
export const withPlainDigits = (raw: string): string => raw.replace(/\p{Nd}/gu, plainDigit);

/** Remembers the answer for so many signs or words: texts use few, and each is looked at many times. */
const mostRemembered = 4000;
const remembered = <T>(answer: (piece: string) => T): ((piece: string) => T) => {
  const known = new Map<string, T>();
  return (char) => {
    const before = known.get(char);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const now = answer(char);
    known.set(char, now);
    return now;
  };
};

const plain = remembered((char: string): string => {
  const known = lookalikes.get(char);
  if (known !== undefined) return known;
  if (/\p{Pd}/u.test(char)) return '-';
  if (/[\p{Pi}\p{Pf}"´]/u.test(char)) return "'";
  return plainDigit(char).normalize('NFKD').replace(isAccent, '').toLowerCase();
});

/**
 * Folds spellings that sound alike into one: long and short i and u, ॉ and ा, half nasals and anusvara, ये and ए, and
 * letters repeated for emphasis ("urgentttt").
 */
const fold = remembered((word: string): string =>
  isLatin.test(word)
    ? word.replace(/(.)\1{2,}/g, '$1')
    : word
        .normalize('NFC')
        .replace(/[ङञणनम]्(?=\p{L})/gu, 'ं')
        .replaceAll('ँ', 'ं')
        .replaceAll('ी', 'ि')
        .replaceAll('ू', 'ु')
        .replaceAll('ई', 'इ')
        .replaceAll('ऊ', 'उ')
        .replaceAll('ॉ', 'ा')
        .replaceAll('ऑ', 'आ')
        .replaceAll('ये', 'ए')
        .replaceAll('यि', 'इ')
        .replaceAll('ः', ''),
);

type Kind = Token['kind'] | 'latin';
const kindOf = remembered((char: string): Kind => {
  if (isDigit.test(char)) return 'number';
  if (isLatin.test(char)) return 'latin';
  return isLetter.test(char) ? 'word' : 'mark';
});
const hides = remembered((char) => isInvisible.test(char));
const divides = remembered((char) => isSpace.test(char));

/** The longest forwarded appeal of the labelled texts has 150 pieces. What follows so many is not read. */
const mostTokens = 600;
/** A row of one mark says no more than this many of it. */
const longestRow = 3;

/**
 * Cuts a text of any script into words, numbers and marks, at most 600. A word never mixes Latin with another script.
 * Linear.
 */
export const tokenize = (raw: string): Token[] => {
  const tokens: Token[] = [];
  let open: { kind: Kind; token: Token } | undefined;
  let spaced = true;
  let row = 0;
  let at = 0;
  for (const char of raw) {
    if (tokens.length >= mostTokens) break;
    const start = at;
    at += char.length;
    const form = plain(char);
    if (hides(char)) {
      if (/[*_~`]/.test(char)) open = undefined;
      continue;
    }
    for (const piece of form) {
      if (piece !== '\n' && divides(piece)) {
        open = undefined;
        spaced = true;
        continue;
      }
      const kind = kindOf(piece);
      // A vowel sign joins the word before it, whatever its script.
      if (open && kind !== 'mark' && open.kind === kind) {
        open.token.text += piece;
        open.token.end = at;
        continue;
      }
      row = kind === 'mark' && tokens.at(-1)?.text === piece ? row + 1 : 1;
      if (row > longestRow) {
        spaced = false;
        continue;
      }
      const token: Token = {
        kind: kind === 'latin' ? 'word' : kind,
        text: piece,
        start,
        end: at,
        glued: !spaced,
      };
      tokens.push(token);
      open = { kind, token };
      spaced = piece === '\n';
    }
  }
  for (const token of tokens) if (token.kind === 'word') token.text = fold(token.text);
  return tokens;
};

/** The whole text in its normal form, pieces divided by one space. For comparing short texts. */
export const normalize = (raw: string): string =>
  tokenize(raw)
    .map((token) => token.text)
    .join(' ')
    .trim();
