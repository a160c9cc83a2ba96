import { createTemplateFinder } from '../find-template.ts';
import type { RegisteredTemplate } from '../registered-templates.ts';

/**
 * Meta refuses a body that begins or ends with a variable. Such a text gets the group's name before or behind it: the
 * parts of both, and what they make of a text.
 */
export const frameOf = (groupName: string) => ({
  before: `${groupName}: `,
  behind: ` – ${groupName}`,
});

/** The text as it may have been approved: itself first. */
const framings = (text: string, groupName: string): string[] => {
  const { before, behind } = frameOf(groupName);
  return [text, `${before}${text}`, `${text}${behind}`, `${before}${text}${behind}`];
};

/** A text as a content template says it. */
export type Content = {
  id: string;
  /** The words that arrive: those of the text, framed where Meta wants it. */
  text: string;
  /** What the variables hold, in their order. */
  values: readonly string[];
};

/** Finds the approved template that says a text; undefined without one. */
export const createContents = (templates: readonly RegisteredTemplate[], groupName: string) => {
  const find = createTemplateFinder(templates);
  return {
    ids: templates.map(({ id }) => id),
    find(text: string): Content | undefined {
      for (const framed of framings(text, groupName)) {
        const found = find(framed);
        if (found) return { ...found, text: framed };
      }
      return undefined;
    },
  };
};
export type Contents = ReturnType<typeof createContents>;
