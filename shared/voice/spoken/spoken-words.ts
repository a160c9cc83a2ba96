import type { BloodGroup } from '../../terms/blood-group.ts';
import type { Component } from '../../terms/component.ts';
import type { SpokenLanguage } from '../../terms/language.ts';
import type { Day, EpochMs } from '../../terms/time.ts';
import type { SpeakContext } from '../prompt-keys.ts';
import { varying } from '../prompt-parts.ts';
import { writtenInWords } from './spoken-names.ts';
import {
  aboInWords,
  countInWords,
  digitsInWords,
  groupInWords,
  pairsInWords,
} from './spoken-numbers.ts';
import { clockInWords, dayInWords, timeInWords } from './spoken-time.ts';

type Need = {
  group: BloodGroup;
  component: Component;
  units: number;
  exchange?: boolean | undefined;
};
type Where = { hospital: string; place: string };

/** What differs between the languages. */
type Parts = {
  /** "by today at six", or as soon as can be. */
  until(time: string): string;
  soon: string;
  /** Stands for a hospital without a name that can be said. */
  hospital: string;
  components: Record<Component, string>;
  units(count: number): string;
  need(units: string, group: string, component: string): string;
  anyGroup(units: string, component: string): string;
};

const parts: Record<SpokenLanguage, Parts> = {
  en: {
    until: (time) => `by ${time}`,
    soon: 'as soon as possible',
    hospital: 'the hospital',
    components: {
      'whole-blood': 'blood',
      'red-cells': 'packed red cells',
      platelets: 'platelets',
      plasma: 'plasma',
    },
    units: (count) => (count === 1 ? 'one unit' : `${countInWords(count, 'en')} units`),
    need: (units, group, component) => `${units} of ${group} ${component}`,
    anyGroup: (units, component) => `${units} of ${component}, of any group`,
  },
  hi: {
    until: (time) => `${time} तक`,
    soon: 'जल्दी से जल्दी',
    hospital: 'अस्पताल',
    components: {
      'whole-blood': 'खून',
      'red-cells': 'पैक्ड रेड सेल',
      platelets: 'प्लेटलेट',
      plasma: 'प्लाज़्मा',
    },
    units: (count) => `${countInWords(count, 'hi')} बोतल`,
    need: (units, group, component) => `${units} ${group} ${component}`,
    anyGroup: (units, component) => `किसी भी ग्रुप का ${units} ${component}`,
  },
};

const needIn = (language: SpokenLanguage, need: Need): string => {
  const { units, need: ofGroup, anyGroup, components } = parts[language];
  const component = components[need.component];
  return need.exchange
    ? anyGroup(units(need.units), component)
    : ofGroup(units(need.units), groupInWords(need.group, language), component);
};

type Naming = Pick<SpeakContext, 'placeName' | 'hospitalName'>;
const placeIn = (language: SpokenLanguage, place: string, { placeName }: Naming): string =>
  writtenInWords('place', placeName?.(place, language) ?? place, language);

const hospitalIn = (language: SpokenLanguage, name: string, context: Naming): string => {
  const said = context.hospitalName?.(name, language) ?? name;
  return writtenInWords('hospital', said, language) || parts[language].hospital;
};

const includes = (house: string, town: string): boolean =>
  house.toLowerCase().includes(town.toLowerCase());

/** The building blocks of prompts, in one language. What they say varies, so it is marked (prompt-parts.ts). */
export const spokenWords = (language: SpokenLanguage) => ({
  n: (count: number) => varying(countInWords(count, language)),
  /** A code, digit by digit. */
  c: (code: string) => varying(digitsInWords(code, language)),
  pin: (pin: string) => varying(pairsInWords(pin, language)),
  abo: (abo: string) => varying(aboInWords(abo, language)),
  group: (group: BloodGroup) => varying(groupInWords(group, language)),
  t: (at: EpochMs, now: EpochMs) => varying(timeInWords(at, now, language)),
  by: (at: EpochMs, asap: boolean | undefined, now: EpochMs) =>
    varying(asap ? parts[language].soon : parts[language].until(timeInWords(at, now, language))),
  clock: (at: EpochMs) => varying(clockInWords(at, language)),
  day: (day: Day) => varying(dayInWords(day, language)),
  units: (count: number) => varying(parts[language].units(count)),
  need: (need: Need) => varying(needIn(language, need)),
  component: (component: Component) => varying(parts[language].components[component]),
  /** What a donor gives: the blood centre makes packed red cells itself. */
  needForDonor: (need: Need) =>
    varying(
      needIn(language, {
        ...need,
        component: need.component === 'red-cells' ? 'whole-blood' : need.component,
      }),
    ),
  name: (name: string) => varying(writtenInWords('name', name, language)),
  hospital: (name: string, context: Naming) => varying(hospitalIn(language, name, context)),
  place: (place: string, context: Naming) => varying(placeIn(language, place, context)),
  /** "SRN Hospital, Prayagraj"; the town only once. */
  where: ({ hospital, place }: Where, context: Naming) => {
    const house = hospitalIn(language, hospital, context);
    if (hospital === place) return varying(placeIn(language, place, context) || house);
    const town = placeIn(language, place, context);
    const isNamed = [town, writtenInWords('place', place, language)].some((t) =>
      includes(house, t),
    );
    return varying(isNamed ? house : [house, town].filter((part) => part !== '').join(', '));
  },
});
