/** Makes spellings equal that vary in Hindi: in Latin letters (merut, meerut; svarup, swaroop), and long and short vowels. */
const fold = (word: string): string =>
  word
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'i')
    .replace(/oo/g, 'u')
    .replace(/w/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/z/g, 'j')
    .replace(/(.)\1/gu, '$1')
    .replace(/ी/g, 'ि')
    .replace(/ू/g, 'ु')
    .replace(/[शष]/g, 'स')
    // Dialects and hurried fingers write दुफरिन for डफरिन.
    .replace(/ड/g, 'द')
    .replace(/ट/g, 'त');

/** A word and its sound, computed once for all names it is compared with. */
export type Spelling = { text: string; sound: string };

export const spellingOf = (text: string): Spelling => ({ text, sound: fold(text) });

/** Letters to insert, drop, change or swap with their neighbour to get from one word to the other. */
const editDistance = (a: string, b: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (beforeLast[j - 2] ?? 0) + 1
          : Number.POSITIVE_INFINITY;
      const dropped = (last[j] ?? 0) + 1;
      const inserted = (row[j - 1] ?? 0) + 1;
      row.push(Math.min(dropped, inserted, (last[j - 1] ?? 0) + same, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
};

/**
 * The number of typos if this word is that name, misspelt; undefined when it is another word. One typo is allowed from
 * five letters on, two from nine on, never in the first letter: so "khansi" (a cough) is not Jhansi.
 */
export const countTypos = (word: Spelling, name: Spelling): number | undefined => {
  if (word.text === name.text) return 0;
  const { length } = name.text;
  const allowed = length < 5 ? 0 : length < 9 ? 1 : 2;
  const [a, b] = [word.sound, name.sound];
  if (allowed === 0 || a[0] !== b[0] || Math.abs(a.length - b.length) > allowed) return undefined;
  const distance = editDistance(a, b);
  return distance <= allowed ? Math.max(1, distance) : undefined;
};
