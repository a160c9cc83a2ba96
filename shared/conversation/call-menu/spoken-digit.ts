import { tokenize } from '../text/normalize.ts';

/* A digit that is said in place of its key. */

/** As speech recognition writes them, in Devanagari and Latin letters. */
const digits = [
  'शून्य सुन्य जीरो ज़ीरो zero shunya',
  'एक ek one वन',
  'दो do two टू',
  'तीन teen three थ्री',
  'चार char chaar four फोर',
  'पाँच पांच paanch panch five फाइव',
  'छह छः छे छ chhah chah six सिक्स',
  'सात saat sat seven सेवन',
  'आठ aath ath eight एट',
  'नौ nau no. nine नाइन',
].map((words) => new Set(words.split(' ')));

/** What may stand around the digit: "एक दबाओ", "number one please". */
const around = new Set(
  'दबाओ दबाया दबाएँ नंबर नम्बर वाला number press button बटन जी please'.split(' '),
);

/** The key that these words name; undefined when they say anything else. */
export const spokenDigit = (words: string): string | undefined => {
  const said = tokenize(words)
    .map(({ text }) => text)
    .filter((text) => !around.has(text));
  const [only] = said;
  if (said.length !== 1 || only === undefined) return undefined;
  if (/^\d$/.test(only)) return only;
  const digit = digits.findIndex((names) => names.has(only));
  return digit === -1 ? undefined : String(digit);
};
