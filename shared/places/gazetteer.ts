import type { Point } from './geo.ts';
import type { Hospital, Zone } from './hospital.ts';
import type { Place, ZoneId } from './place.ts';

/** Something found in a text, and which characters of it said so. */
export type Found<T> = { value: T; start: number; end: number };

export type Mentioned = {
  /** One of the configuration. */
  hospital?: Found<{ hospital: Hospital; place: Place }>;
  /** A district or zone city: "alld", "प्रयागराज", "lko", "Faizabad". */
  town?: Found<Place>;
};

/** What the hotline knows of the map. */
export type Gazetteer = {
  zones: readonly Zone[];
  zone(id: ZoneId): Zone | undefined;
  /** undefined: no such PIN. A PIN outside every zone belongs to the nearest one. */
  placeOfPin(pin: string): Place | undefined;
  /** What free text names, in any script, typos in long names forgiven. */
  find(text: string): Mentioned;
  /** Hospitals of the configuration within so many km, nearest first. */
  hospitalsNear(point: Point, km: number): Hospital[];
};
