/** WGS 84 degrees. */
export type Point = { lat: number; lon: number };

/** The box around India with its islands, a little generous. */
export const isInIndia = ({ lat, lon }: Point): boolean =>
  lat >= 6.5 && lat <= 37.2 && lon >= 68 && lon <= 97.5;
