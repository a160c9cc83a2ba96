import { exclusionReason, type Search, toCandidate } from '#shared/matching/candidate.ts';
import type { DonorQueue } from '#shared/matching/donor-queue.ts';
import type { DonorPerson } from '#shared/people/person.ts';
import { blockOf, cellOf, wideCellOf } from '#shared/places/geo.ts';
import { allPins } from '#shared/places/pin.ts';
import type { Cell, ZoneId } from '#shared/places/place.ts';
import { type BloodGroup, bloodGroups } from '#shared/terms/blood-group.ts';
import type { Policy } from '#shared/terms/policy.ts';
import { after, days, type EpochMs, epochMs, hours } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';

/* How many donors of each group a zone has, and how much blood they are likely to give: where it will run dry. */

/** Donors read of each group and queue. A count at this limit is a lower bound. */
const perQueue = 60;
/** Concurrent index queries. */
const atOnce = 16;
/** Includes donors who rest. */
const endOfTime = epochMs(8_640_000_000_000_000);
/** Units that most requests need. */
const usualUnits = 2;
const soon = days(30);

export type GroupSupply = {
  group: BloodGroup;
  /** Donors of this group; `isMore`: at least so many. */
  all: number;
  isMore: boolean;
  /** Who may be asked today. */
  free: number;
  /** Who rests, and may give again within 30 days. */
  freeSoon: number;
  /** Units to hope for when all of them are asked at once, by what each has done before. */
  expected: number;
  /** The next request for the usual two units would find too few. */
  runsDry: boolean;
};

type Found = { people: DonorPerson[]; isMore: boolean };

const supplyOf = (
  group: BloodGroup,
  { people, isMore }: Found,
  now: EpochMs,
  policy: Policy,
): GroupSupply => {
  const chances = people.flatMap((person) => {
    const search: Search = {
      component: 'whole-blood',
      place: person.donor.place,
      neededBy: after(now, hours(12)),
      urgency: 'urgent',
      spared: new Set(),
    };
    return exclusionReason(person, search, now, policy) === undefined
      ? [toCandidate(person, 0, search, now, policy).chance]
      : [];
  });
  const expected = chances.reduce((sum, chance) => sum + chance, 0);
  const isSoon = ({ donor }: DonorPerson): boolean =>
    donor.mayGiveFrom > now && donor.mayGiveFrom <= now + soon;
  return {
    group,
    all: people.length,
    isMore,
    free: chances.length,
    freeSoon: people.filter(isSoon).length,
    expected,
    runsDry: people.length > 0 && expected < usualUnits,
  };
};

/** The cells in which people of a zone may live: those of its PIN codes. */
const cellsOfZone = ({ gazetteer }: Services, zone: ZoneId): Set<Cell> => {
  const districts = new Set(gazetteer.zone(zone)?.districts);
  const pins = [...allPins()].filter(({ district }) => districts.has(district));
  return new Set(pins.map(cellOf));
};

/** The queues in which the donors of a group wait. A wide cell at its border has donors of the next zone. */
const queuesOf = async (
  { store }: Services,
  group: BloodGroup,
  inZone: Set<Cell>,
): Promise<DonorQueue[]> => {
  const blocks = [...new Set([...inZone].map(blockOf))];
  const known = await Promise.all(blocks.map((block) => store.donorCells(group, block)));
  const cells = known.flat().filter((cell) => inZone.has(cell));
  return [
    ...[...new Set(cells.map(wideCellOf))].map((keenIn) => ({ keenIn })),
    ...cells.map((othersIn) => ({ othersIn })),
  ];
};

/** By group, as the index of donors has it: costs the zone's donors, up to 60 for each group and queue. */
export const countSupply = async (services: Services, zone: ZoneId): Promise<GroupSupply[]> => {
  const { store, clock, config } = services;
  const inZone = cellsOfZone(services, zone);
  const found = new Map<BloodGroup, Found>(
    bloodGroups.map((group) => [group, { people: [], isMore: false }]),
  );
  const lines = await Promise.all(
    bloodGroups.map(async (group) => {
      const queues = await queuesOf(services, group, inZone);
      return queues.map((line) => ({ group, line }));
    }),
  );
  const waiting = lines.flat();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const people = await store.donors({ ...next, by: endOfTime, limit: perQueue });
      const known = found.get(next.group);
      if (!known) continue;
      known.people.push(...people.filter(({ donor }) => donor.place.zone === zone));
      known.isMore ||= people.length === perQueue;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return [...found].map(([group, people]) => supplyOf(group, people, clock.now(), config.policy));
};
