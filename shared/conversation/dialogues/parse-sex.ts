import type { Sex } from '../../people/person.ts';
import { tokenize } from '../text/normalize.ts';
import { type Vocabulary, vocabulary } from '../text/vocabulary.ts';

const words: readonly (readonly [Sex, Vocabulary])[] = [
  [
    'woman',
    vocabulary(
      '1, f, female, femail, woman, women, girl, lady, mahila, mahilaa, aurat, aurt, stri, ladki, महिला, औरत, स्त्री, लड़की, नारी',
      true,
    ),
  ],
  [
    'man',
    vocabulary(
      '2, m, male, mail, man, men, boy, purush, purus, mard, aadmi, admi, ladka, पुरुष, मर्द, आदमी, लड़का, नर',
      true,
    ),
  ],
  [
    'other',
    vocabulary(
      '3, o, other, others, anya, transgender, trans, third, third gender, non binary, kinnar, अन्य, किन्नर, ट्रांसजेंडर, दूसरा',
      true,
    ),
  ],
];
const filler = vocabulary(
  'i am, i m, im, main, mai, mein, hu, hoon, hun, sex, gender, ling, ji, hai, h, a, मैं, हूं, हूँ, लिंग, है, जी',
  true,
);

/** 1, F, mahila, महिला: woman; 2, M, purush: man; 3, O, anya: other. Also the CSV's F/M/O. undefined for anything else. */
export const parseSex = (text: string): Sex | undefined => {
  const all = tokenize(text).filter((token) => token.kind !== 'mark');
  if (all.length > 8) return undefined;
  const tokens = all.filter((_, i) => filler.at(all, i) === 0);
  const rest =
    all.length > 1
      ? tokens.filter(
          (token, i) => i > 0 || !['am', 'm'].includes(token.text) || tokens.length === 1,
        )
      : all;
  return words.find(([, names]) => rest.length > 0 && names.at(rest, 0) === rest.length)?.[0];
};
