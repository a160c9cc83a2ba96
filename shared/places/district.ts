import { towns } from './data/towns.ts';
import { distanceKm, type Point } from './geo.ts';
import { allPins, findPin } from './pin.ts';
import { currentDistrict } from './renamed-districts.ts';

/** What people call a district in a text message: "Kanpur" for Kanpur Nagar, "Bilaspur" for Bilaspur(CGH). */
export const shortName = (district: string): string =>
  towns[district]?.called ?? district.replace(/ ?\(.*\)$/, '');

/** Turns any name in a configuration ("Allahabad", "prayagraj") into today's name in the postal data. */
export const findDistrict = (name: string): string => currentDistrict(name.trim());

/** The mean of each district's PINs, by district. The first call reads all PINs of India. */
let means: Map<string, Point> | undefined;
const districtMeans = (): Map<string, Point> => {
  if (means) return means;
  const sums = new Map<string, { lat: number; lon: number; n: number }>();
  for (const { district, lat, lon } of allPins()) {
    const sum = sums.get(district) ?? { lat: 0, lon: 0, n: 0 };
    sums.set(district, { lat: sum.lat + lat, lon: sum.lon + lon, n: sum.n + 1 });
  }
  means = new Map(
    [...sums].map(([district, { lat, lon, n }]) => [district, { lat: lat / n, lon: lon / n }]),
  );
  return means;
};

const meanOfDistrict = (district: string): Point | undefined => districtMeans().get(district);

/** The district's main town, where people go for blood; the mean of its PINs where no town is listed. */
export const seatOfDistrict = (district: string): Point | undefined => {
  const pin = towns[district]?.pin;
  return (pin === undefined ? undefined : findPin(pin)) ?? meanOfDistrict(district);
};

/** Kilometres from a point to the nearest mean of these districts; Infinity when no district is known. */
export const distanceToDistrictsKm = (point: Point, districts: readonly string[]): number =>
  districts.reduce((nearest, district) => {
    const mean = meanOfDistrict(district);
    return mean ? Math.min(nearest, distanceKm(point, mean)) : nearest;
  }, Number.POSITIVE_INFINITY);
