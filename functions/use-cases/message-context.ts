import type { OwnCatalog } from '#shared/messages/catalog/catalog.ts';
import { ownLanguages } from '#shared/messages/own-languages.ts';
import type { Person } from '#shared/people/person.ts';
import type { Language } from '#shared/terms/language.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';

/** The person's language, or the configured default while it is unknown. */
export const languageOf = (
  services: Pick<Services, 'config'>,
  language: Language | undefined,
): Language => language ?? services.config.defaultLanguage;

/** The sentences of the group's own language, for a person who has chosen it. */
export const ownSentences = (
  { config }: Pick<Services, 'config'>,
  { language, ownLanguage }: Pick<Person, 'language' | 'ownLanguage'>,
): { own?: OwnCatalog } => {
  if (ownLanguage === undefined || ownLanguage !== config.ownLanguage) return {};
  const { besides, sentences } = ownLanguages[ownLanguage];
  return language === besides ? { own: sentences } : {};
};

/** What the catalog needs in addition to a message's own parameters; `now` is hotline time. `channel`: of a text. */
export const messageContext = (
  services: Pick<Services, 'config' | 'gazetteer' | 'hotlineNumber' | 'answerNumber'>,
  now: EpochMs,
  channel?: 'sms' | 'whatsapp',
) => ({
  now,
  groupName: services.config.groupName,
  groupNameInHindi: services.config.groupNameInHindi,
  number: services.hotlineNumber,
  // WhatsApp is answered where it is read, and counts no segments.
  ...(channel === 'sms' && services.answerNumber && { answerNumber: services.answerNumber }),
  ...(channel === 'whatsapp' && { roomy: true as const }),
  /** Zone cities have a name in each language, districts one in Hindi; other places stay as stored. */
  placeName: (place: string, language: Language) =>
    services.gazetteer.zones.find((zone) => zone.names.en === place)?.names[language] ??
    (language === 'hi' ? services.config.placesInHindi[place] : undefined) ??
    place,
  /** Hospitals as people say them; a hospital outside the configuration stays as it was written. */
  hospitalName: (hospital: string, language: Language) =>
    language === 'hi' ? (services.gazetteer.hospitalInHindi(hospital) ?? hospital) : hospital,
});
