import { parseVerdict, saysSameNeed } from '../replies/parse-verdict.ts';
import { isMadeOf } from '../text/made-of.ts';
import { mentions } from '../text/vocabulary.ts';
import { reportWords } from '../words/answers/report-words.ts';
import { answerWords, besideCommandWords, commandWords } from '../words/command-words.ts';
import {
  type CommandParsers,
  type CommandText,
  codeOf,
  isCode,
  matchWhole,
  restAfter,
  wordWithCode,
} from './command-text.ts';
import type { TextCommandOf } from './text-command.ts';

type Ok = TextCommandOf['ok'];
type No = TextCommandOf['no'];

/** Where the words begin: after a code, if the text begins with one. */
const wordsAt = ({ words }: CommandText): 0 | 1 => (isCode(words[0]) ? 1 : 0);

const isNoProblem = (text: CommandText): boolean =>
  besideCommandWords.noProblem.at(text.words, wordsAt(text)) > 0;

/** "4821 no problem, all ok": OK only when the text says so. */
const parseNoProblem = (text: CommandText): Ok | undefined => {
  if (!isNoProblem(text)) return undefined;
  const code = text.words.find(isCode);
  return code && mentions(text.words, commandWords.ok)
    ? { type: 'ok', code: code.text }
    : undefined;
};

/** A longer report needs a reader. */
const maxReportWords = 20;

/** "OK 4821 talked to family": words may follow that only tell what was done. Any other word leaves it undecided. */
const parseOkWithReport = (text: CommandText): Ok | undefined => {
  const { words } = text;
  const at = wordsAt(text);
  const length = commandWords.ok.at(words, at);
  const code = words[at === 1 ? 0 : length];
  if (length === 0 || !isCode(code) || words.length > maxReportWords) return undefined;
  const report = words.slice(at + length + (at === 1 ? 0 : 1)).filter(({ text: t }) => t !== '-');
  return isMadeOf(report, [reportWords]) ? { type: 'ok', ...codeOf(code) } : undefined;
};

/** "haan 4821". */
const parseYesWithCode = (text: CommandText): Ok | undefined => {
  const code = matchWhole(text, answerWords.yes)?.code;
  return code === undefined ? undefined : { type: 'ok', code };
};

/** "NO 4821 reason", "4821 no reason": more words may follow only with a code. */
const parseRefusal = (text: CommandText): No | undefined => {
  const { words } = text;
  if (isNoProblem(text)) return undefined;
  const at = wordsAt(text);
  const length = commandWords.no.at(words, at) || answerWords.no.at(words, at);
  if (length === 0) return undefined;
  const next = at + length;
  const codeAt = at === 1 ? 0 : ['-', '#'].includes(words[next]?.text ?? '') ? next + 1 : next;
  const code = words[codeAt];
  if (!code || !isCode(code)) return undefined;
  const reason = restAfter(text, at === 1 ? next : codeAt + 1);
  const missed = parseVerdict(reason) === 'not-reached';
  const notReached = missed || mentions(words, besideCommandWords.notReached);
  return {
    type: 'no',
    code: code.text,
    ...(reason ? { reason } : {}),
    ...(saysSameNeed(reason) && { isSame: true }),
    ...(notReached && { notReached }),
    ...(missed && { missed }),
  };
};

/** "ji nahi 4821". */
const parseNoWithCode = (text: CommandText): No | undefined => {
  const code = matchWhole(text, answerWords.no)?.code;
  return code === undefined ? undefined : { type: 'no', code };
};

const parseOk = wordWithCode('ok');
const parseNo = wordWithCode('no');

export const verificationCommands: CommandParsers<'ok' | 'no'> = {
  ok: (text) =>
    parseNoProblem(text) ?? parseOk(text) ?? parseYesWithCode(text) ?? parseOkWithReport(text),
  no: (text) => parseRefusal(text) ?? parseNo(text) ?? parseNoWithCode(text),
};
