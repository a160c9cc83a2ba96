import { tokenize } from '#shared/conversation/text/normalize.ts';
import { listWords } from '#shared/conversation/words/lists/list-words.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { type Pin, pinSchema, type ZoneId } from '#shared/places/place.ts';
import { cell } from './cell.ts';

/** The six digits of "211 001", "211-001", "२११००१", "211001.0" and "PIN: 211001". */
const digitsOfPin = (raw: string): string | undefined => {
  const tokens = tokenize(raw.trim().replace(/\.0+$/, ''));
  const label = listWords.pinLabel.at(tokens, 0);
  const rest = tokens
    .slice(label)
    .filter(({ kind, text }) => kind !== 'mark' || !"-'.:".includes(text));
  return rest.every(({ kind }) => kind === 'number')
    ? rest.map(({ text }) => text).join('')
    : undefined;
};

export const pinCell = (gazetteer: Gazetteer) =>
  cell<Pin>(
    (raw) => {
      const pin = pinSchema.safeParse(digitsOfPin(raw));
      return pin.success && gazetteer.placeOfPin(pin.data) ? pin.data : undefined;
    },
    (raw) => (raw === '' ? 'pin is missing' : `pin "${raw}" is not a PIN code we know`),
  );

/** "Prayagraj Zone", "जोन प्रयागराज" without what stands around the name. */
const nameOfZone = (raw: string): string => {
  const tokens = tokenize(raw).filter(({ text }) => text !== ':');
  const first = tokens[listWords.aroundZone.at(tokens, 0)];
  const last = tokens.findLast((_, i) => listWords.aroundZone.at(tokens, i) === 0);
  return first && last ? raw.slice(first.start, last.end) : raw;
};

/** By id, by its name in any language, or by one of its districts, old names included. */
export const zoneCell = (gazetteer: Gazetteer) =>
  cell<ZoneId>(
    (raw) => {
      const name = nameOfZone(raw);
      const wanted = name.toLowerCase();
      const isWanted = (word: string): boolean => word.toLowerCase() === wanted;
      const byName = gazetteer.zones.find(
        ({ id, names }) => isWanted(id) || Object.values(names).some(isWanted),
      );
      const byDistrict = byName ?? gazetteer.zones.find((zone) => zone.districts.some(isWanted));
      if (byDistrict) return byDistrict.id;
      const { town } = gazetteer.find(name);
      const isWhole = town?.start === 0 && town.end === name.length;
      // A town far away has only the zone that is nearest to it.
      return isWhole && town.value.outsideKm === undefined ? town.value.zone : undefined;
    },
    (raw) =>
      raw === ''
        ? 'zone is missing'
        : `zone "${raw}" is none of ${gazetteer.zones.map(({ id }) => id).join(', ')}`,
  );
