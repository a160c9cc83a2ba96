import { toItem } from '#functions/adapters/dynamodb/items.ts';
import { cellsKey, type ItemKey } from '#functions/adapters/dynamodb/keys.ts';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import { mayGiveAnythingFrom } from '#shared/people/eligibility.ts';
import { newPerson, type Person } from '#shared/people/person.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { blockOf, cellOf, distanceKm } from '#shared/places/geo.ts';
import { allPins } from '#shared/places/pin.ts';
import { type Pin, type Place, pinSchema } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { alertIdSchema, requestCodeSchema, requestIdSchema } from '#shared/terms/ids.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, dayOf, days, type EpochMs } from '#shared/terms/time.ts';
import { seededIds } from '#test/world/seeded-ids.ts';
import { groupShares } from '../simulate/sim-assumptions.ts';

/** A place with requests and the donors around it, who are the same in tables of every size. */
export type Neighbourhood = { name: string; pin: Pin; withinKm: number; donors: number };

/** SRN hospital in Prayagraj; Lalitpur, the least populated part of the state; Sonbhadra's hills with few donors. */
export const neighbourhoods = {
  city: { name: 'dense city', pin: pinSchema.parse('211001'), withinKm: 12, donors: 3000 },
  country: { name: 'open country', pin: pinSchema.parse('284403'), withinKm: 38, donors: 120 },
  empty: { name: 'few donors', pin: pinSchema.parse('231216'), withinKm: 38, donors: 6 },
} satisfies Record<string, Neighbourhood>;

/** No other donor lives so near that a ring (40 km) or a wide cell at its edge could contain them. */
const keptFreeKm = 65;

const names = ['Anita Yadav', 'Rahul Singh', 'Salman Khan', 'Pooja Maurya', 'Vijay Kumar Pandey'];

/** Fictional people, the same in every call: first those of the neighbourhoods, then those of the whole state. */
export const createCrowd = (config: HotlineConfig, gazetteer: Gazetteer, now: EpochMs) => {
  const homes = Object.values(neighbourhoods).map((at) => ({
    ...at,
    place: placeOf(gazetteer, at.pin),
  }));
  const ours = new Set(gazetteer.zones.flatMap((zone) => zone.districts));
  const pins = [...allPins()].filter(({ district }) => ours.has(district));
  const near = homes.map((home) => ({
    donors: home.donors,
    pins: pins.filter((pin) => distanceKm(pin, home.place) <= home.withinKm),
  }));
  const elsewhere = pins.filter((pin) =>
    homes.every((home) => distanceKm(pin, home.place) > keptFreeKm),
  );
  const places = new Map(pins.map(({ pin }) => [pin, placeOf(gazetteer, pin)]));

  const pinOf = (i: number): Pin => {
    let before = 0;
    for (const { donors, pins: around } of near) {
      if (i < before + donors) return pick(around, i - before).pin;
      before += donors;
    }
    return pick(elsewhere, i - before).pin;
  };

  /** The first things that chance decides of a donor: as in `personOf`. */
  const homeOf = (i: number) => {
    const { randomBelow: number } = seededIds(i + 1);
    const pin = pinOf(i);
    const place = places.get(pin) ?? placeOf(gazetteer, pin);
    if (number(100) < 15) number(70);
    else if (number(2) === 0) number(300);
    number(7);
    return { group: groupOf(number(10_000) / 100), cell: cellOf(place), place };
  };

  const personOf = (i: number): Person => {
    const { randomBelow: number } = seededIds(i + 1);
    const pin = pinOf(i);
    const place = places.get(pin) ?? placeOf(gazetteer, pin);
    const gaveDaysAgo =
      number(100) < 15 ? 10 + number(70) : number(2) === 0 ? 150 + number(300) : undefined;
    const asked = number(7);
    const donor = {
      group: groupOf(number(10_000) / 100),
      sex: number(4) === 0 ? ('woman' as const) : ('man' as const),
      birthYear: 1968 + number(38),
      pin,
      place,
      cell: cellOf(place),
      ...(gaveDaysAgo !== undefined && {
        lastDonation: {
          day: dayOf(after(now, -days(gaveDaysAgo))),
          component: 'whole-blood' as const,
        },
      }),
      donations: gaveDaysAgo === undefined ? 0 : 1 + number(4),
      consent: { at: now, by: 'import' as const, language: 'hi-Latn' as const },
      record: { ...emptyHistory, tries: asked, saidYes: number(8) === 0 ? Math.min(asked, 1) : 0 },
    };
    return {
      ...newPerson(phoneOf(i), after(now, -days(400)), 'hi-Latn'),
      version: 1,
      name: pick(names, i),
      languageChosen: true,
      alerts: Array.from({ length: asked }, (_, k) =>
        pastAlert(i, k, after(now, -days(40 + 30 * k))),
      ),
      donor: { ...donor, mayGiveFrom: mayGiveAnythingFrom(donor, config.policy.donation) },
    };
  };

  const smallest = homes.reduce((sum, home) => sum + home.donors, 0);
  return {
    /** The least number of donors that fills all neighbourhoods. */
    smallest,
    itemOf: (i: number) => toItem(personOf(i)),
    homeOf,
    /** From when the donor may give. */
    mayGiveAt: (i: number) => personOf(i).donor?.mayGiveFrom ?? now,
    /** The index of the donor with that phone. */
    indexOf: (phone: string) => Number(phone.slice('+919'.length)),
    /** The items that name the cells in which the first so many donors live, by group and block. */
    cellItems: (count: number): (ItemKey & { cells: Set<string> })[] => {
      const items = new Map<string, ItemKey & { cells: Set<string> }>();
      for (let i = 0; i < count; i += 1) {
        const { group, cell } = homeOf(i);
        const key = cellsKey(group, blockOf(cell));
        const item = items.get(key.pk) ?? { ...key, cells: new Set() };
        items.set(key.pk, { ...item, cells: item.cells.add(cell) });
      }
      return [...items.values()];
    },
    homes,
  };
};
export type Crowd = ReturnType<typeof createCrowd>;

const phoneOf = (i: number) => phoneNumberSchema.parse(`+919${String(i).padStart(9, '0')}`);

const groupOf = (percent: number): BloodGroup => {
  let upTo = 0;
  for (const [group, share] of groupShares) {
    upTo += share;
    if (percent < upTo) return group;
  }
  return 'B+';
};

const pastAlert = (i: number, k: number, at: EpochMs) => ({
  requestId: requestIdSchema.parse(`past-request-${i % 997}-${k}-of-someone`),
  alertId: alertIdSchema.parse(`past-alert-${i}-${k}-of-this-donor-00000`),
  code: requestCodeSchema.parse(String(1000 + ((i + k) % 9000))),
  at,
  openUntil: at,
  state: 'ended' as const,
});

const placeOf = (gazetteer: Gazetteer, pin: Pin): Place => {
  const place = gazetteer.placeOfPin(pin);
  if (!place) throw new Error(`PIN ${pin} is not on the map`);
  return place;
};

const pick = <T>(list: readonly T[], i: number): T => {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
