import type { Correction, RequestDraft } from '../../../people/drafts.ts';
import { nextField } from '../../dialogues/request-dialogue.ts';
import type { AskedTopic, Situation } from '../situation.ts';
import type { Act } from './act.ts';

/** What the hotline asks after these acts. `readsBack`: it takes them only after a confirmation. */
export type NextQuestion = { asks?: string; readsBack: boolean };

const namesOnly = ({ patient: _, attendant: __, contact: ___, ...rest }: Correction): boolean =>
  Object.keys(rest).length === 0;

/** The field that was asked for, when an answer leaves it open. */
const stillAsked = (draft: RequestDraft, asked: AskedTopic): string | undefined =>
  asked === 'summary' || draft[asked] !== undefined ? undefined : asked;

const questionAfter = (act: Act, { request, asked }: Situation): NextQuestion => {
  switch (act.act) {
    case 'unclear':
      return { asks: asked ?? 'meaning', readsBack: false };
    case 'request': {
      // An answer leaves fields open that only the draft knows; one that does not answer is asked for again.
      const next =
        asked === undefined ? (nextField(act.draft) ?? 'summary') : stillAsked(act.draft, asked);
      return { ...(next && { asks: next }), readsBack: next === 'summary' };
    }
    case 'correct':
      return request && !namesOnly(act.changes)
        ? { asks: 'correction', readsBack: true }
        : { readsBack: asked === 'summary' };
    case 'found-elsewhere':
    case 'died':
      return request ? { asks: 'close', readsBack: true } : { readsBack: false };
    default:
      return { readsBack: false };
  }
};

/** The first question that one of the acts leads to. */
export const nextQuestionAfter = (acts: readonly Act[], situation: Situation): NextQuestion => {
  const all = acts.map((act) => questionAfter(act, situation));
  const asks = all.find((next) => next.asks !== undefined)?.asks;
  return { ...(asks && { asks }), readsBack: all.some(({ readsBack }) => readsBack) };
};
