import { nextQuestionAfter } from '#shared/conversation/understand/acts/next-question.ts';
import { type RenderedAct, renderActs } from '#shared/conversation/understand/acts/render-act.ts';
import type { ReadingModels } from '#shared/conversation/understand/models/stored-models.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { gazetteer } from '../strangers/configured-gazetteer.ts';
import { judge, type LabelledText, type Verdict } from '../strangers/judge-reading.ts';
import { contextOf, situationOf } from './load-texts.ts';

/** The acts that a labelled text is read as, and how they compare with its label. Without models, those that the hotline carries. */
export const readLabelled = (
  label: LabelledText,
  models?: ReadingModels,
): { said: RenderedAct[]; verdict: Verdict } => {
  const [situation, context] = [situationOf(label, gazetteer), contextOf(label, gazetteer)];
  const acts = understand(label.text, situation, context, { models });
  const said = acts.flatMap((act) => renderActs(act, { text: label.text, ...context }));
  const { asks, readsBack } = nextQuestionAfter(acts, situation);
  return { said, verdict: judge({ acts: said, readsBack, ...(asks && { asks }) }, label) };
};
