import * as z from 'zod';

/** A template as it was approved: the texts it fits, and the ids that the operators gave it. */
const registeredSchema = z.object({
  /** Its name in the export: message, wording and language. */
  template: z.string().min(1),
  /** A regular expression of all its texts. */
  pattern: z.string().min(1),
  /** Of the DLT portal. */
  id: z.string().regex(/^\d{6,30}$/),
});
/** The file of registered templates: hotline.templates.json. */
export const registeredTemplatesSchema = z.array(registeredSchema);
export type RegisteredTemplate = z.infer<typeof registeredSchema>;

/** Finds the id under which a text is registered; undefined when the operators would drop it. */
export const createTemplateIds = (registered: readonly RegisteredTemplate[]) => {
  const known = registered.map(({ pattern, id }) => ({ id, fits: new RegExp(pattern, 'u') }));
  return {
    idOf: (text: string): string | undefined => known.find(({ fits }) => fits.test(text))?.id,
  };
};
export type TemplateIds = ReturnType<typeof createTemplateIds>;
