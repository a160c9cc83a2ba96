import { farTowns } from './data/far-towns.ts';
import { distanceToDistrictsKm, findDistrict, seatOfDistrict, shortName } from './district.ts';
import type { Gazetteer, Mentioned } from './gazetteer.ts';
import { distanceKm, type Point } from './geo.ts';
import type { Hospital, Zone } from './hospital.ts';
import { findPin, type PinPoint } from './pin.ts';
import type { Place, ZoneId } from './place.ts';
import { hospitalFinder } from './search/match-hospital.ts';
import { farTownFinder, isOrigin, type TownFound, townFinder } from './search/match-town.ts';
import { type NameToken, nameTokens } from './search/name-tokens.ts';

/**
 * The gazetteer of this configuration. Throws, and names the entry, for a district in two zones, a neighbour that is no
 * zone, or a hospital whose PIN does not exist.
 */
export const createGazetteer = (config: {
  zones: readonly Zone[];
  hospitals: readonly Hospital[];
}): Gazetteer => {
  const zones = config.zones.map((zone) => ({
    ...zone,
    districts: zone.districts.map(findDistrict),
  }));
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const zoneOfDistrict = mapDistricts(zones);
  for (const { id, neighbours } of zones) {
    const unknown = neighbours.find((neighbour) => !byId.has(neighbour));
    if (unknown !== undefined) throw new Error(`zone ${id}: its neighbour is no zone ${unknown}`);
  }

  const zoneAt = (point: Point, district: string): Pick<Place, 'zone' | 'outsideKm'> => {
    const zone = zoneOfDistrict.get(district);
    return zone ? { zone } : nearestZone(zones, point);
  };

  const placeOf = ({ lat, lon, district, pin }: PinPoint): Place => ({
    lat,
    lon,
    ...zoneAt({ lat, lon }, district),
    name: shortName(district),
    pin,
  });

  const hospitalPlaces = new Map(
    config.hospitals.map((hospital) => {
      const at = findPin(hospital.pin);
      if (!at) throw new Error(`hospital ${hospital.name}: no PIN ${hospital.pin}`);
      return [hospital, { district: at.district, place: placeOf(at) }];
    }),
  );
  const inHindi = new Map(config.hospitals.map((h) => [h.name, h.inHindi]));
  const districtOf = (hospital: Hospital): string => hospitalPlaces.get(hospital)?.district ?? '';

  /** Built for the first text: most functions never parse one. */
  let finders:
    | {
        towns: ReturnType<typeof townFinder>;
        far: ReturnType<typeof farTownFinder>;
        hospital: ReturnType<typeof hospitalFinder>;
      }
    | undefined;
  const findNames = (text: string) => {
    finders ??= {
      towns: townFinder([...zoneOfDistrict.keys()]),
      far: farTownFinder(Object.keys(farTowns).filter((name) => !isInZone(name))),
      hospital: hospitalFinder(config.hospitals, districtOf),
    };
    const words = nameTokens(text);
    const towns = finders.towns(words);
    return {
      words,
      towns,
      far: finders.far,
      hospital: finders.hospital(words, [...towns, ...townsOfPins(words)]),
    };
  };

  const seatAt = ({ district }: TownFound): Place | undefined => {
    const seat = seatOfDistrict(district);
    if (!seat) return undefined;
    const { lat, lon } = seat;
    return { lat, lon, ...zoneAt(seat, district), name: shortName(district) };
  };

  const isInZone = (name: string): boolean => {
    const at = findPin(farTowns[name]?.pin ?? '');
    return at !== undefined && zoneOfDistrict.has(at.district);
  };
  /** A town that no zone has, named in a text without a town or hospital of ours. */
  const farPlace = ({ district: name }: TownFound): Place | undefined => {
    const at = findPin(farTowns[name]?.pin ?? '');
    if (!at) return undefined;
    const { lat, lon } = at;
    return { lat, lon, ...nearestZone(zones, at), name };
  };

  const findIn = (text: string): Mentioned => {
    const { words, towns, far, hospital: found } = findNames(text);
    const place = found && hospitalPlaces.get(found.hospital)?.place;
    const free = towns.filter((t) => !found || t.last < found.first || t.first > found.last);
    const town = free.find((t) => !isOrigin(words, t)) ?? free[0];
    const away = town || found ? undefined : far(words).find((t) => !isOrigin(words, t));
    const [named, seat] = town ? [town, seatAt(town)] : [away, away && farPlace(away)];
    return {
      ...(found &&
        place && {
          hospital: { value: { hospital: found.hospital, place }, ...span(words, found) },
        }),
      ...(named && seat && { town: { value: seat, ...span(words, named) } }),
    };
  };

  /** Each reading of a text asks for the same places, and the search is most of its cost. */
  const found = new Map<string, Mentioned>();
  const remembered = 4;
  const findOnce = (text: string): Mentioned => {
    const known = found.get(text);
    if (known) return known;
    const mentioned = findIn(text);
    const [oldest] = found.keys();
    if (found.size >= remembered && oldest !== undefined) found.delete(oldest);
    found.set(text, mentioned);
    return mentioned;
  };

  return {
    zones,
    zone: (id) => byId.get(id),
    placeOfPin(pin) {
      const at = findPin(pin);
      return at && placeOf(at);
    },
    find: findOnce,
    hospitalInHindi: (name) => inHindi.get(name),
    spokenHospitals: (language) => [
      ...new Set(config.hospitals.map((h) => (language === 'hi' && h.inHindi) || h.name)),
    ],
    hospitalsNear: (point, km) =>
      [...hospitalPlaces]
        .map(([hospital, { place }]) => ({ hospital, km: distanceKm(point, place) }))
        .filter((near) => near.km <= km)
        .sort((a, b) => a.km - b.km)
        .map((near) => near.hospital),
  };
};

const mapDistricts = (zones: readonly Zone[]): Map<string, ZoneId> => {
  const map = new Map<string, ZoneId>();
  for (const { id, districts } of zones) {
    for (const district of districts) {
      const other = map.get(district);
      if (other !== undefined)
        throw new Error(`district ${district}: in zone ${other} and in ${id}`);
      map.set(district, id);
    }
  }
  return map;
};

const nearestZone = (
  zones: readonly Zone[],
  point: Point,
): Required<Pick<Place, 'zone' | 'outsideKm'>> => {
  const [nearest] = zones
    .map((zone) => ({ id: zone.id, km: distanceToDistrictsKm(point, zone.districts) }))
    .sort((a, b) => a.km - b.km);
  if (!nearest) throw new Error('the configuration has no zones');
  return { zone: nearest.id, outsideKm: Math.round(nearest.km) };
};

/** A PIN in the text names its district too. */
const townsOfPins = (words: readonly NameToken[]): TownFound[] =>
  words.flatMap(({ text }, i) => {
    const at = /^\d{6}$/.test(text) ? findPin(text) : undefined;
    return at ? [{ district: at.district, first: i, last: i, score: 6 }] : [];
  });

const span = (words: readonly NameToken[], { first, last }: { first: number; last: number }) => ({
  start: words[first]?.start ?? 0,
  end: words[last]?.end ?? 0,
});
