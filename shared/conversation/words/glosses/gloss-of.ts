import type { Token } from '../../text/normalize.ts';
import { phoneticForm } from '../../text/phonetic-form.ts';
import { glosses } from './glosses.ts';

/* What words mean, whatever their language and spelling: "aaunga", "आऊंगा" and "coming" are one. */

type Glosses = { byWord: Map<string, readonly string[]>; bySound: Map<string, readonly string[]> };

let read: Glosses | undefined;
const readGlosses = (): Glosses => {
  const byWord = new Map<string, readonly string[]>();
  const bySound = new Map<string, readonly string[]>();
  for (const line of glosses.trim().split('\n')) {
    const [tags = '', words = ''] = line.split(': ');
    const meaning = tags.split(' ');
    for (const word of words.split(' ')) {
      byWord.set(word, meaning);
      const sound = phoneticForm(word);
      if (sound.length > 2 && !bySound.has(sound)) bySound.set(sound, meaning);
    }
  }
  return { byWord, bySound };
};

/** The meaning of a word that is in no list. */
export const unknownMeaning = '?';
const unknown = [unknownMeaning];

/** The meanings of a token, the main one first. A word in an unknown spelling has those of one that sounds alike. */
export const glossOf = ({ kind, text }: Token): readonly string[] => {
  if (kind === 'number') return text.length > 2 ? ['NUM'] : [String(Number(text))];
  if (kind === 'mark') return text === 'phone' ? ['PHONENO'] : [text];
  read ??= readGlosses();
  return read.byWord.get(text) ?? read.bySound.get(phoneticForm(text)) ?? unknown;
};

/** The meanings of a word in just this spelling; `?` for one that is in no list. */
export const meaningsOfWord = (word: string): readonly string[] => {
  read ??= readGlosses();
  return read.byWord.get(word) ?? unknown;
};

/** False for a word whose meaning is known and is no name. Some meanings are also names: "Asha" is hope. */
export const mayBeName = ({ text }: Token): boolean => {
  const [meaning = unknownMeaning] = meaningsOfWord(text);
  return meaning === meaning.toLowerCase() || meaning === 'GOD';
};

/** "करवाइए", "lagwaiye": the polite imperative of any verb. */
const politeEndings = ['इए', 'इये', 'इएगा', 'िए', 'िएगा', 'aiye', 'aiyega', 'ijiye', 'aiega'];
const isPolite = (word: string): boolean =>
  word.length >= 4 && politeEndings.some((ending) => word.endsWith(ending));

/** True for a verb in any tense: it ends a name. */
export const isVerb = ({ text }: Token): boolean =>
  /\.[fpgc]$/.test(meaningsOfWord(text)[0] ?? '') || isPolite(text);

/** True for the name of a town or a hospital. */
export const isPlaceName = ({ text }: Token): boolean =>
  ['place', 'hospname'].includes(meaningsOfWord(text)[0] ?? '');
