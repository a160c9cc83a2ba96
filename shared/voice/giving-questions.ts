import type { PromptKey } from './prompt-keys.ts';

/** The questions about giving that a doctor hears every day, in the order of the menu and of the page. */
export const givingQuestions = [
  'mythWeakness',
  'mythPain',
  'mythWomen',
  'mythOften',
  'mythStrength',
  'mythMoney',
] as const satisfies readonly PromptKey[];
