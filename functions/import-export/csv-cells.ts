import * as z from 'zod';
import { parseSex } from '#shared/conversation/dialogues/parse-sex.ts';
import { parseBloodGroup } from '#shared/conversation/parse/parse-blood-group.ts';
import { tokenize, withPlainDigits } from '#shared/conversation/text/normalize.ts';
import { languageNames } from '#shared/conversation/words/language-words.ts';
import { choiceOf } from '#shared/messages/format/choice-of.ts';
import type { Sex } from '#shared/people/donor.ts';
import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { cell, saysNoValue } from './cell.ts';

/** Signs that turn the direction of the text after them. Joiners stay: names in Indian scripts need them. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export const nameCell = cell<string>(
  (raw) => {
    const name = raw
      .replace(turning, '')
      .replace(/[\p{Cc}\p{Zs}]+/gu, ' ')
      .trim();
    const isName = /\p{L}/u.test(name) && !saysNoValue(name);
    return isName && name.length <= 60 ? name : undefined;
  },
  (raw) => {
    if (saysNoValue(raw)) return 'name is missing';
    return raw.length > 59 ? 'name is longer than 60 characters' : `name "${raw}" is not a name`;
  },
);

/** Notations that only a whole cell makes certain. Text is in small letters and without spaces. */
const wholeCells: readonly { form: RegExp; sign?: '+' | '-' }[] = [
  { form: /^\(?(?:\+(?:ve|ive)?|positive|pos)\)?(?<abo>a|b|ab|o)$/, sign: '+' },
  { form: /^\(?(?:-(?:ve|ive)|negative|neg)\)?(?<abo>a|b|ab|o)$/, sign: '-' },
  { form: /^(?<abo>a|b|ab|o)\(?rh(?:d|\(d\))?[:=]?\(?\+(?:ve|ive)?\)*$/, sign: '+' },
  { form: /^(?<abo>a|b|ab|o)\(?rh(?:d|\(d\))?[:=]?\(?-(?:ve|ive)?\)*$/, sign: '-' },
  { form: /^(?<abo>ab)\(?\+(?:ve|ive)?\)?$/, sign: '+' },
  { form: /^(?<abo>ab)\(?-(?:ve|ive)?\)?$/, sign: '-' },
];

const parseWholeCell = (raw: string): BloodGroup | undefined => {
  const text = tokenize(raw.replace(/^[\s='"]+/, ''))
    .map((token) => token.text)
    .join('');
  for (const { form, sign } of wholeCells) {
    const abo = form.exec(text)?.groups?.['abo']?.toUpperCase();
    const group = abo && bloodGroups.find((known) => known === `${abo}${sign}`);
    if (group) return group;
  }
  return undefined;
};

export const groupCell = cell<BloodGroup>(
  (raw) => {
    const found = parseBloodGroup(raw);
    return found?.type === 'found' ? found.group : parseWholeCell(raw);
  },
  (raw) => (raw === '' ? 'group is missing' : `group "${raw}" is not a blood group`),
);

/** "पुरुष / Male", "Hindi, English": the parts of an answer that a form gives in two languages, or that names two. */
const partsOf = (raw: string): string[] =>
  raw.split(/[/,;|&()\n]/).filter((part) => /[\p{L}\p{N}]/u.test(part));

/** In letters or words. A number is refused: lists differ in whether 1 is a woman or a man. */
export const sexCell = cell<Sex>(
  (raw) => {
    if (/\p{Nd}/u.test(raw)) return undefined;
    const [sex, ...others] = partsOf(raw).map(parseSex);
    return others.every((other) => other === sex) ? sex : undefined;
  },
  (raw) => `sex "${raw}" is not F, M or O`,
);

const parseLanguageName = (name: string): Language | undefined => {
  const tokens = tokenize(name).filter(({ kind }) => kind !== 'mark');
  return languages.find((language) => languageNames[language].at(tokens, 0) === tokens.length);
};

/** An empty cell means the group's own language. Of two languages the first is taken. */
export const languageCell = (defaultLanguage: Language) =>
  cell<Language>(
    (raw) => {
      if (saysNoValue(raw)) return defaultLanguage;
      const named = partsOf(raw).map(parseLanguageName);
      return named.includes(undefined) ? undefined : named[0];
    },
    (raw) => `language "${raw}" is not ${choiceOf(languages, 'or')}`,
  );

export const weightCell = cell<number>(
  (raw) => {
    const text = withPlainDigits(raw.normalize('NFKC')).replace(/^(\d+),(?=\d+)/, '$1.');
    const kg = Number(/^(\d+(?:\.\d+)?)\s*(?:kgs?\.?|किलो|किग्रा)?$/i.exec(text)?.[1]);
    return kg >= 20 && kg <= 300 ? kg : undefined;
  },
  (raw) => `weight_kg "${raw}" is not a weight in kilograms`,
);

export const emailCell = cell<string>(
  (raw) => z.email().safeParse(raw.replace(/\p{Cf}/gu, '').replace(/^mailto:/i, '')).data,
  (raw) => `email "${raw}" is not an e-mail address`,
);
