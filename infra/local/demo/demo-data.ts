import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Services } from '#functions/ports/services.ts';
import { messageContext } from '#functions/use-cases/message-context.ts';
import type { Donor, Sex } from '#shared/people/donor.ts';
import { mayGiveAnythingFrom } from '#shared/people/eligibility.ts';
import { newPerson, type Person, personSchema } from '#shared/people/person.ts';
import { type Story, storySchema } from '#shared/people/stories/story.ts';
import { cellOf } from '#shared/places/geo.ts';
import type { Pin } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import { requestCodeSchema, requestIdSchema, storyIdSchema } from '#shared/terms/ids.ts';
import { type Language, languages } from '#shared/terms/language.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, dayOf, days, type EpochMs } from '#shared/terms/time.ts';

/*
 * Fictional people where `demo` of the configuration says, so that a first look at the hotline needs no import. Their numbers begin with 5,
 * which no mobile number in India does.
 */
type DemoPerson = { name: string; sex: Sex; language: Language };

const numberOf = (n: number) => phoneNumberSchema.parse(`+91555000${String(n).padStart(4, '0')}`);

export const demoFamily = { phone: numberOf(1), name: 'Sunita (family)' };

const volunteers: (DemoPerson & { role: 'verifier' | 'coordinator' })[] = [
  { name: 'Kavita Mishra', sex: 'woman', language: 'en', role: 'verifier' },
  { name: 'Suresh Pal', sex: 'man', language: 'hi-Latn', role: 'verifier' },
  { name: 'Imran Ali', sex: 'man', language: 'hi', role: 'verifier' },
  { name: 'Asha Verma', sex: 'woman', language: 'en', role: 'coordinator' },
];

const women = [
  'Anita',
  'Priya',
  'Shabnam',
  'Rekha',
  'Pooja',
  'Neha',
  'Farah',
  'Kiran',
  'Meena',
  'Ritu',
];
const men = [
  'Amit',
  'Rahul',
  'Salman',
  'Vijay',
  'Deepak',
  'Arif',
  'Manoj',
  'Sanjay',
  'Rakesh',
  'Pankaj',
];
/** Sixty donors in about the shares of Uttar Pradesh (docs/facts.md#compatibility). */
const groups: [BloodGroup, number][] = [
  ['B+', 22],
  ['O+', 16],
  ['A+', 11],
  ['AB+', 5],
  ['B-', 2],
  ['O-', 2],
  ['A-', 1],
  ['AB-', 1],
];
type Demo = Pick<NonNullable<HotlineConfig['demo']>, 'zone' | 'pins' | 'families'>;

/** A configuration that says nothing of a demo: around the hospitals of its first zone that has any. */
const demoOf = ({ config, gazetteer }: Services): Demo => {
  if (config.demo) return config.demo;
  const zoneOf = (pin: Pin) => gazetteer.placeOfPin(pin)?.zone;
  const zone =
    config.zones.find(({ id }) => config.hospitals.some(({ pin }) => zoneOf(pin) === id))?.id ??
    pick(config.zones, 0).id;
  const pins = config.hospitals.map(({ pin }) => pin).filter((pin) => zoneOf(pin) === zone);
  return { zone, pins, families: ['Kumar', 'Khan', 'Singh', 'Devi'] };
};

const pick = <T>(list: readonly T[], i: number): T => {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('the demo data has an empty list');
  return item;
};

const demoPerson = ({ families }: Demo, i: number): DemoPerson => ({
  name: `${pick(i % 3 === 0 ? women : men, Math.floor(i / 3) + i)} ${pick(families, i)}`,
  sex: i % 3 === 0 ? 'woman' : 'man',
  language: pick(languages, i + languages.indexOf('hi-Latn')),
});

const demoDonor = (
  { config, gazetteer }: Services,
  pin: Pin,
  { i, group, sex, now }: { i: number; group: BloodGroup; sex: Sex; now: EpochMs },
): Donor => {
  const place = gazetteer.placeOfPin(pin);
  if (!place) throw new Error(`the PIN ${pin} of the demo data is not on the map`);
  // Every other donor is a regular who mostly comes; a few gave recently and rest.
  const regular = i % 2 === 0;
  const lastGave = i % 7 === 3 ? 30 : i % 4 === 0 ? 200 : undefined;
  const donor = {
    group,
    sex,
    birthYear: 1975 + ((i * 7) % 30),
    pin,
    place,
    cell: cellOf(place),
    ...(lastGave && {
      lastDonation: { day: dayOf(after(now, -days(lastGave))), component: 'whole-blood' as const },
    }),
    donations: lastGave ? 1 : 0,
    consent: { at: now, by: 'import' as const, language: 'en' as const },
    record: regular
      ? { tries: 20, saidYes: 14, came: 12, missed: 2, turnedAway: 0 }
      : { tries: 6, saidYes: 1, came: 1, missed: 0, turnedAway: 0 },
  };
  return { ...donor, mayGiveFrom: mayGiveAnythingFrom(donor, config.policy.donation) };
};

/** All demo people, as they would be stored. */
export const demoPeople = (services: Services, now: EpochMs): Person[] => {
  const demo = demoOf(services);
  const { zone, pins } = demo;
  const helpers = volunteers.map(
    ({ name, language, role }, i): Person => ({
      ...newPerson(numberOf(11 + i), now, language),
      name,
      volunteer: { zone, role, onDuty: true },
    }),
  );
  const everyGroup = groups.flatMap(([group, count]) => Array.from({ length: count }, () => group));
  const donors = everyGroup.map((group, i): Person => {
    const { name, sex, language } = demoPerson(demo, i);
    return {
      ...newPerson(numberOf(101 + i), now, language),
      name,
      donor: demoDonor(services, pick(pins, i), { i, group, sex, now }),
    };
  });
  return [...helpers, ...donors].map((p) => personSchema.parse(p));
};

/** A family of an earlier day, and the story that it and a coordinator have approved. It says itself that it is made up. */
const demoStory = (services: Services, now: EpochMs): { teller: Person; story: Story } => {
  const { zone, pins } = demoOf(services);
  const requestId = requestIdSchema.parse('demo-request');
  const id = storyIdSchema.parse('demo-story');
  const phone = numberOf(2);
  const code = requestCodeSchema.parse('1001');
  const { requestDays } = services.config.policy.retention;
  return {
    teller: personSchema.parse({
      ...newPerson(phone, now, 'hi'),
      name: 'Geeta (family)',
      requests: [{ requestId, code, open: false }],
      story: { requestId, id },
    }),
    story: storySchema.parse({
      ...{ kind: 'story', id, version: 0, requestId, by: phone, state: 'shown', language: 'hi' },
      text: 'रात में दो अनजान लोग आए और खून दिया। आखिर तक साथ बैठे रहे। पिताजी अब घर पर हैं। धन्यवाद। (यह डेमो की मनगढ़ंत कहानी है)',
      town: services.gazetteer.placeOfPin(pick(pins, 0))?.name ?? '',
      ...{ zone, shownAt: now, dueAt: after(now, days(requestDays)) },
    }),
  };
};

/** The hospital that the examples of the phones page name: one of the demo's zone. */
export const exampleOf = (services: Services) => {
  const { config, gazetteer, clock } = services;
  const { zone } = demoOf(services);
  const hospital =
    config.hospitals.find(({ pin }) => gazetteer.placeOfPin(pin)?.zone === zone) ??
    config.hospitals[0];
  const place = (hospital && gazetteer.placeOfPin(hospital.pin)?.name) ?? '';
  const name = hospital?.name ?? '';
  const context = messageContext(services, clock.now());
  return {
    hospital: name,
    place,
    hospitalInHindi: context.hospitalName(name, 'hi'),
    placeInHindi: context.placeName(place, 'hi'),
  };
};

/** Fills an empty database with the demo people and a story. */
export const loadDemoData = async (services: Services): Promise<void> => {
  const now = services.clock.now();
  for (const person of demoPeople(services, now)) await services.store.save([{ put: person }]);
  const { teller, story } = demoStory(services, now);
  await services.store.save([{ put: teller }, { put: story }]);
};
