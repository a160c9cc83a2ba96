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
