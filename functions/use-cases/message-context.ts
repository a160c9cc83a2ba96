import type { Language } from '#shared/terms/language.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';

/** Theirs, or the configuration's while nobody has heard them. */
export const languageOf = (
  services: Pick<Services, 'config'>,
  language: Language | undefined,
): Language => language ?? services.config.defaultLanguage;

/** What the catalog needs beside a message's own parameters; `now` is hotline time. */
export const messageContext = (
  services: Pick<Services, 'config' | 'gazetteer' | 'hotlineNumber'>,
  now: EpochMs,
) => ({
  now,
  groupName: services.config.groupName,
  number: services.hotlineNumber,
  /** The zone cities are known by their names in each language; other places stay as they are stored. */
  placeName: (place: string, language: Language) =>
    services.gazetteer.zones.find((zone) => zone.names.en === place)?.names[language] ?? place,
});
