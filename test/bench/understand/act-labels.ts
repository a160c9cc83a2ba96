import type { LabelledText } from '../strangers/judge-reading.ts';

const courtesy = new Set(['thanks', 'greeting']);

/** The labels that the act model learns for a text: its acts without courtesy beside them, and what it asks about. */
export const actLabelsOf = ({ acts, open = {} }: LabelledText): string[] => {
  const { asked, request } = open;
  const isAnswer = asked !== undefined && asked !== 'summary' && request === undefined;
  const names = acts.map(({ act }) => (isAnswer && act === 'correct' ? 'request' : act));
  const weighty = names.filter((act) => !courtesy.has(act));
  const subjects = acts.flatMap(({ act, about }) =>
    act === 'ask' ? [`ask ${String(about)}`] : [],
  );
  return [...new Set([...(weighty.length > 0 ? weighty : names.slice(0, 1)), ...subjects])];
};
