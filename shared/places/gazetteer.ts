import type { SpokenLanguage } from '../terms/language.ts';
import type { Point } from './geo.ts';
import type { Hospital, Zone } from './hospital.ts';
import type { Place, ZoneId } from './place.ts';

/** A value found in a text, and the characters that name it. */
export type Found<T> = { value: T; start: number; end: number };

export type Mentioned = {
  /** A hospital of the configuration. */
  hospital?: Found<{ hospital: Hospital; place: Place }>;
  /** A district or zone city: "alld", "प्रयागराज", "lko", "Faizabad". */
  town?: Found<Place>;
};

/** The places the hotline knows. */
export type Gazetteer = {
  zones: readonly Zone[];
  zone(id: ZoneId): Zone | undefined;
  /** Undefined when no such PIN exists. A PIN outside every zone belongs to the nearest zone. */
  placeOfPin(pin: string): Place | undefined;
  /** The hospital and town that free text names, in any script. Typos in long names are accepted. */
  find(text: string): Mentioned;
  /** The hospital of this name as people say it in Hindi; undefined when none has it. */
  hospitalInHindi(name: string): string | undefined;
  /** The names of all hospitals as callers of this language say them: hints for speech recognition. */
  spokenHospitals(language: SpokenLanguage): readonly string[];
  /** Hospitals of the configuration within so many km, nearest first. */
  hospitalsNear(point: Point, km: number): Hospital[];
};
