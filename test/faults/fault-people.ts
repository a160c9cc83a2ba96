import { readFileSync } from 'node:fs';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { type HotlineConfig, hotlineConfigSchema } from '#functions/hotline-config.ts';
import type { Services } from '#functions/ports/services.ts';
import { importDonor, importVolunteer } from '#functions/use-cases/donors/import-people.ts';
import type { Person } from '#shared/people/person.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { pinSchema, zoneIdSchema } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import type { Rng } from './rng.ts';

/** The phone numbers of the people, by name. */
export type Phones = Record<string, PhoneNumber>;

export const hotlineNumber = phoneNumberSchema.parse('+915320000000');
/** Takes the answers where the texts leave under a header. */
export const answerNumber = phoneNumberSchema.parse('+915320000002');

const families = ['Sunita', 'Ravi', 'Leela'];
const coordinator = 'Asha';
/** The zone of each volunteer. Nisha's zone is next to the hospital's zone, Omkar's is not. */
const zoneOf: Record<string, string> = {
  Kavita: 'prayagraj',
  Mohan: 'prayagraj',
  [coordinator]: 'prayagraj',
  Nisha: 'varanasi',
  Omkar: 'agra',
};
const volunteers = Object.keys(zoneOf);
const donors = ['Amit', 'Bina', 'Chand', 'Deepa', 'Elias', 'Farah', 'Gopal', 'Hema'];

export const phoneNumbers: Phones = Object.fromEntries(
  [...families, ...volunteers, ...donors].map((name, i) => [
    name,
    phoneNumberSchema.parse(`+91945${String(i + 1).padStart(7, '0')}`),
  ]),
);
export const nameOf = (phone: string): string =>
  Object.entries(phoneNumbers).find(([, number]) => number === phone)?.[0] ?? 'unknown';
export const isFamily = (name: string): boolean => families.includes(name);
export const isVolunteer = (name: string): boolean => volunteers.includes(name);

/**
 * The shipped configuration, reduced so that a minute is enough for thousands of seeds: three zones, one ring around
 * the hospital, and longer stages. Calls go only to phones that take no texts.
 */
export const config: HotlineConfig = (() => {
  const { policy, zones, ...rest } = hotlineConfigSchema.parse(
    JSON.parse(readFileSync('hotline.config.json', 'utf8')),
  );
  const { critical, urgent, planned } = policy.stages;
  return {
    ...rest,
    zones: zones
      .filter(({ id }) => Object.values(zoneOf).includes(id))
      .map((zone) => ({
        ...zone,
        neighbours: zone.neighbours.filter((id) => Object.values(zoneOf).includes(id)),
      })),
    policy: {
      ...policy,
      ringsKm: [20],
      // The simulator tests who is worth asking. Here every eligible donor may be asked.
      asking: { ...policy.asking, leastChance: { critical: 0, urgent: 0, planned: 0 } },
      alertCaps: { perWeek: 2, perMonth: 2, restAfterYesDays: 1 },
      verification: {
        ...policy.verification,
        firstRound: 1,
        nextRoundMinutes: { critical: 20, urgent: 30, planned: 60 },
      },
      stages: {
        critical: { ...critical, intervalMinutes: 40, maxDonors: 3 },
        urgent: { ...urgent, intervalMinutes: 60, maxDonors: 3 },
        planned: { ...planned, intervalMinutes: 120, maxDonors: 3 },
      },
      stillNeeded: { ...policy.stillNeeded, answerWithinHours: 2 },
      coveredGraceHours: 4,
      calls: { ...policy.calls, halfTime: [], volunteers: false },
    },
  };
})();
export const gazetteer = createGazetteer(config);

/** A Monday in November in India, in the morning or late in the evening. */
export const startOf = (rng: Rng) =>
  fromCalendar({
    year: 2026,
    month: 11,
    day: 23,
    ...rng.pick([{ hour: 11 }, { hour: 11 }, { hour: 20, minute: 45 }]),
  });

/** Volunteers and donors take the languages in turn. A family's language follows from its texts. */
const languageOf = (name: string): Language =>
  languages[[...volunteers, ...donors].indexOf(name) % languages.length] ?? 'en';

const groups: BloodGroup[] = ['B+', 'B+', 'B+', 'B+', 'B+', 'B-', 'O+', 'B+'];

/** All people as the import creates them, created once for all seeds. */
const allPeople: Promise<Person[]> = (async () => {
  const store = createMemoryStore();
  const services: Services = {
    store,
    config,
    gazetteer,
    clock: {
      now: () => fromCalendar({ year: 2026, month: 11, day: 22, hour: 9 }),
      pause: async () => {},
    },
    ids: { next: () => 'id', randomBelow: () => 0 },
    log: { info: () => {}, error: () => {} },
    carrier: {} as Services['carrier'],
    hotlineNumber,
    publicUrl: 'https://hotline.test',
  };
  const phoneOf = (name: string) => phoneNumbers[name] ?? phoneNumberSchema.parse('+919450000099');
  for (const [i, name] of donors.entries())
    await importDonor(services, {
      phone: phoneOf(name),
      name,
      group: groups[i] ?? 'B+',
      sex: i % 3 === 1 ? 'woman' : 'man',
      birthYear: 1990,
      pin: pinSchema.parse(i % 2 ? '211001' : '211002'),
      language: languageOf(name),
    });
  for (const [name, zone] of Object.entries(zoneOf))
    await importVolunteer(services, {
      phone: phoneOf(name),
      name,
      zone: zoneIdSchema.parse(zone),
      role: name === coordinator ? 'coordinator' : 'verifier',
      language: languageOf(name),
    });
  const people: Person[] = [];
  for await (const person of store.everyone()) people.push({ ...person, version: 0 });
  return people;
})();

/** The volunteers and this many donors. */
export const createPeople = async (donorCount: number): Promise<Person[]> => {
  const missing = new Set(donors.slice(donorCount).map((name) => phoneNumbers[name]));
  return (await allPeople).filter((person) => !missing.has(person.phone));
};
