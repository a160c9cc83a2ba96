import type { TextCommand, TextCommandOf } from '../../commands/text-command.ts';
import type { Situation } from '../situation.ts';
import type { Act } from './act.ts';

/* The act that a command is the shortest way to say. Undefined: the words decide, as for any other text. */

type Reader<C> = (command: C, situation: Situation, text: string) => Act | undefined;

const unclear: Act = { act: 'unclear' };

const yesOrNo = (
  isYes: boolean,
  { verification, alert, pledge, asked }: Situation,
): Act | undefined => {
  if (alert || asked === 'summary') return { act: isYes ? 'yes' : 'no' };
  if (pledge || verification || asked) return undefined;
  return unclear;
};

const readers: { [T in keyof TextCommandOf]?: Reader<TextCommandOf[T]> } = {
  answer: ({ digit }, situation) =>
    digit === 1 || digit === 2 ? yesOrNo(digit === 1, situation) : undefined,
  ok: ({ code }, situation) =>
    situation.verification && code !== undefined ? { act: 'verified' } : yesOrNo(true, situation),
  no: ({ code, reason, missed }, situation) => {
    if (!situation.verification || code === undefined)
      return reason ? undefined : yesOrNo(false, situation);
    return missed ? { act: 'unreachable' } : { act: 'refused', ...(reason && { reason }) };
  },
  blood: (_, { request }) => (request ? undefined : { act: 'request', draft: {} }),
  join: () => ({ act: 'join' }),
  done: (_, { pledge, request }) => (pledge || request ? { act: 'gave' } : undefined),
  drop: (_, { pledge }) => (pledge ? { act: 'drop' } : undefined),
  status: (_, { request }) => (request ? { act: 'status' } : undefined),
  close: (_, { request, asked }) => (request || asked ? { act: 'close' } : undefined),
  more: ({ units }, { request }) =>
    request ? { act: 'more', ...(units && { units }) } : undefined,
  camp: () => unclear,
  menu: () => ({ act: 'ask', about: 'how-it-works' }),
};

export const actOfCommand = (
  command: TextCommand,
  situation: Situation,
  text: string,
): Act | undefined => readOf(command, situation, text);

const readOf = <T extends keyof TextCommandOf>(
  command: TextCommandOf[T] & { type: T },
  situation: Situation,
  text: string,
): Act | undefined => readers[command.type]?.(command, situation, text);
