import type { Call } from './call.ts';

/**
 * What is kept of a call that is over: nobody's number and no words (FACTS §4: only the data needed). The step stays,
 * so that a late webhook still changes nothing.
 */
export const toEndedCall = (call: Call): Call => {
  const { phone: _, dueAt: __, ring: ___, opening: ____, reply, ...kept } = call;
  return {
    ...kept,
    ...(reply && { reply: { say: [], next: { type: 'hang-up' }, step: reply.step } }),
  };
};
