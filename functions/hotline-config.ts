import * as z from 'zod';
import { hospitalSchema, zoneSchema } from '#shared/places/hospital.ts';
import { pinSchema, zoneIdSchema } from '#shared/places/place.ts';
import { languageSchema, ownLanguageSchema } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { policySchema } from '#shared/terms/policy.ts';

/** hotline.config.json: the settings of one group. */
export const hotlineConfigSchema = z.strictObject({
  $comment: z.string().optional(),
  /** The name donors know the hotline by; it ends the alerts. At most 14 GSM-7 characters. */
  groupName: z.string().max(14),
  /** The same in Devanagari, as Hindi calls say it. */
  groupNameInHindi: z.string().max(30).optional(),
  /** The number that people may write to on WhatsApp, shown on the website. Optional. */
  whatsappNumber: phoneNumberSchema.optional(),
  /** For a phone whose language is not known yet. */
  defaultLanguage: languageSchema,
  /** A language of this group alone, beside one of the others. */
  ownLanguage: ownLanguageSchema.optional(),
  zones: z.array(zoneSchema).min(1),
  hospitals: z.array(hospitalSchema),
  /** Districts in Devanagari, as a Hindi voice reads them. */
  placesInHindi: z.record(z.string(), z.string()).default({}),
  /**
   * Prefixes of the numbers that are texted, called and answered, like +91. No other number ever gets a message (toll
   * fraud, SMS pumping). The hotline's own number may be of another country.
   */
  countries: z.array(z.string().regex(/^\+[1-9]\d{0,3}$/, 'must be like +91')).min(1),
  /**
   * The words that a person has recorded, by the names of their files (`npm run hotline -- prompts`), and where the
   * carrier fetches them: below `/prompts` of the hotline, unless another address is given.
   */
  recordedPrompts: z
    .strictObject({
      url: z.url({ protocol: /^https$/ }).optional(),
      hi: z.array(z.string()).default([]),
      en: z.array(z.string()).default([]),
    })
    .default({ hi: [], en: [] }),
  policy: policySchema,
  /** The demo town of `npm start`: where its fictional people live, their family names, and the numbers they call. */
  demo: z
    .strictObject({
      zone: zoneIdSchema,
      pins: z.array(pinSchema).min(1),
      families: z.array(z.string()).min(1),
      hotlineNumber: phoneNumberSchema,
      missedCallNumber: phoneNumberSchema,
    })
    .optional(),
});
export type HotlineConfig = z.infer<typeof hotlineConfigSchema>;
