import { tokenize } from '../text/normalize.ts';
import { isCode } from './command-text.ts';

/** The one code in a text; undefined without one, or with several. */
export const parseCode = (text: string): string | undefined => {
  const codes = [
    ...new Set(
      tokenize(text)
        .filter(isCode)
        .map((token) => token.text),
    ),
  ];
  return codes.length === 1 ? codes[0] : undefined;
};
