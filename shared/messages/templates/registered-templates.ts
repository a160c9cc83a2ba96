import * as z from 'zod';

/** A template as it was approved: the texts it fits, and the id that it was given. */
const registered = (id: RegExp) =>
  z.array(
    z.object({
      /** Its name in the export: message, wording and language. */
      template: z.string().min(1),
      /** A regular expression of all its texts, with a group for each variable. */
      pattern: z.string().min(1),
      id: z.string().regex(id),
    }),
  );

/** The ids of the DLT portal. */
export const dltId = /^\d{6,30}$/;
/** The ids of Twilio's content templates. */
export const contentId = /^HX[\da-f]{32}$/;

/** The file of registered templates: hotline.templates.json. */
export const registeredTemplatesSchema = registered(dltId);
/** The file of content templates for WhatsApp: hotline.whatsapp.json. */
export const registeredContentsSchema = registered(contentId);
export type RegisteredTemplate = z.infer<ReturnType<typeof registered>>[number];

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
