import { towns } from './data/towns.ts';
import { distanceKm, type Point } from './geo.ts';
import { allPins, findPin } from './pin.ts';
import { currentDistrict } from './renamed-districts.ts';

/** What people call a district in a text message: "Kanpur" for Kanpur Nagar, "Bilaspur" for Bilaspur(CGH). */
export const shortName = (district: string): string =>
  towns[district]?.called ?? district.replace(/ ?\(.*\)$/, '');

/** Any name a configuration may use ("Allahabad", "prayagraj") to the one the postal data uses today. */
export const findDistrict = (name: string): string => currentDistrict(name.trim());

/** The mean of each district's PINs, by district. Walks all of India once, the first time somebody asks. */
let middles: Map<string, Point> | undefined;
const districtMiddles = (): Map<string, Point> => {
  if (middles) return middles;
  const sums = new Map<string, { lat: number; lon: number; n: number }>();
  for (const { district, lat, lon } of allPins()) {
    const sum = sums.get(district) ?? { lat: 0, lon: 0, n: 0 };
    sums.set(district, { lat: sum.lat + lat, lon: sum.lon + lon, n: sum.n + 1 });
  }
  middles = new Map(
    [...sums].map(([district, { lat, lon, n }]) => [district, { lat: lat / n, lon: lon / n }]),
  );
  return middles;
};

const middleOfDistrict = (district: string): Point | undefined => districtMiddles().get(district);

/** Its main town, where people go for blood; the middle of its PINs where no town is listed. */
export const seatOfDistrict = (district: string): Point | undefined => {
  const pin = towns[district]?.pin;
  return (pin === undefined ? undefined : findPin(pin)) ?? middleOfDistrict(district);
};

/** Kilometres from a point to the nearest middle of these districts; Infinity when none is known. */
export const distanceToDistrictsKm = (point: Point, districts: readonly string[]): number =>
  districts.reduce((nearest, district) => {
    const middle = middleOfDistrict(district);
    return middle ? Math.min(nearest, distanceKm(point, middle)) : nearest;
  }, Number.POSITIVE_INFINITY);
