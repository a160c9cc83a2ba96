import type { RegisteredTemplate } from './registered-templates.ts';

/** Finds the template of a text and what its variables hold in it. */
export const createTemplateFinder = (templates: readonly RegisteredTemplate[]) => {
  const known = templates.map(({ pattern, id }) => ({ id, fits: new RegExp(pattern, 'u') }));
  return (text: string): { id: string; values: string[] } | undefined => {
    for (const { id, fits } of known) {
      const found = fits.exec(text);
      if (found) return { id, values: found.slice(1).map((value) => value ?? '') };
    }
    return undefined;
  };
};

/** Finds the id under which a text is registered; undefined when the operators would drop it. */
export const createTemplateIds = (templates: readonly RegisteredTemplate[]) => {
  const find = createTemplateFinder(templates);
  return { idOf: (text: string): string | undefined => find(text)?.id };
};
export type TemplateIds = ReturnType<typeof createTemplateIds>;
