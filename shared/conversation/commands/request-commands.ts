import { parseSmallNumber } from '../text/parse-small-number.ts';
import { besideCommandWords, commandWords } from '../words/command-words.ts';
import {
  type CommandParsers,
  type CommandText,
  codeOf,
  isCode,
  isCourtesy,
  isShort,
  wordAlone,
  wordWithCode,
} from './command-text.ts';
import type { TextCommandOf } from './text-command.ts';

/** The word with a number before or after it, and nothing else: "MORE 2", "2 aur", "aur 2 unit 4821". */
const parseMore = (text: CommandText): TextCommandOf['more'] | undefined => {
  const { words } = text;
  if (!isShort(text)) return undefined;
  const codes = words.filter(isCode);
  const rest = words.filter(
    (token, i) =>
      !isCode(token) && besideCommandWords.aroundMore.at(words, i) === 0 && !isCourtesy(words, i),
  );
  const at = rest.findIndex((_, i) => commandWords.more.at(rest, i) > 0);
  const others = rest.filter((_, i) => i !== at);
  if (at < 0 || codes.length > 1 || others.length > 1) return undefined;
  if (others.length === 0)
    return words.length <= 2 && besideCommandWords.moreAlone.at(rest, 0) > 0
      ? { type: 'more', ...codeOf(codes[0]) }
      : undefined;
  const units = parseSmallNumber(others[0]);
  return units ? { type: 'more', units, ...codeOf(codes[0]) } : undefined;
};

/** The commands about a request, of the family and of its donors. */
export const requestCommands: CommandParsers<
  'blood' | 'done' | 'drop' | 'status' | 'close' | 'more'
> = {
  done: wordWithCode('done'),
  drop: wordWithCode('drop'),
  status: wordWithCode('status'),
  close: wordWithCode('close'),
  blood: wordAlone('blood'),
  more: parseMore,
};
