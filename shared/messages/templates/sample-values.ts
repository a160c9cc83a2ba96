import { type Language, languages } from '../../terms/language.ts';
import { dayOf, fromCalendar, toCalendar } from '../../terms/time.ts';
import type { MessageContext } from '../catalog/catalog.ts';
import { phrases } from '../catalog/phrases.ts';
import { exampleTime } from '../format/format-time.ts';
import { codeList } from '../format/truncate.ts';
import {
  auditedDeeds,
  callCutQuestions,
  campQuestions,
  donorChanges,
  doorStates,
  helpReasons,
  type messageKeys,
  refusalReasons,
} from '../message-keys.ts';
import type { VariableType } from './variable-types.ts';

/*
 * Values to render the catalog with. No sentence contains one by itself, so each shows where its parameter stands. The
 * values that choose between two wordings (zero, one, many; known or not) are among them.
 */

type ParamName = {
  [M in keyof typeof messageKeys]: keyof (typeof messageKeys)[M]['shape'];
}[keyof typeof messageKeys];

/** A year that no sentence names; the day of the month is above 12. */
export const sampleNow = fromCalendar({ year: 2087, month: 3, day: 14, hour: 9 });
const at = fromCalendar({ year: 2087, month: 7, day: 19, hour: 17, minute: 35 });
const day = dayOf(fromCalendar({ year: 2088, month: 9, day: 23 }));
const code = '7041001';
const codes = [code, '7041002'];
const own = '7041003';
const confirmed = '704105';
const phone = '+919990007040';
const hospital = 'Qzhosp';
const centre = 'Qzcentre';
const place = 'Qztown';
const people = { patient: 'Qzpat', attendant: 'Qzatt', donor: 'Qzdon', by: 'Qzvol' };
const reason = 'qzreason';
const story = 'Qzstory qztold';
const link = 'https://qz.example/qzlink';
const numbers = {
  max: 7101,
  more: 7120,
  units: 7102,
  confirmed: 7103,
  given: 7104,
  asked: 7105,
  missing: 7106,
};
const more = {
  saidNo: 7107,
  seconds: 7108,
  count: 7109,
  donations: 7110,
  birthYear: 7111,
  agreed: 7112,
  came: 7113,
  missed: 7114,
  sentHome: 7115,
  days: 7116,
  silent: 7117,
  unlikely: 7118,
  teams: 7119,
};
const pin = '704104';
const endings = { by: 'x706', of: 'x707' };

/** A plural, "1 donor", and zero. */
const counted = (marked: number) => [marked, 1, 0];

/** By the parameter's name; the compiler requires all of them. A message leaves out the values that its schema rejects. */
export const sampleValues: Readonly<Record<ParamName, readonly unknown[]>> = {
  code: [code, undefined],
  own: [own, undefined],
  codes: [codes, [code], []],
  phone: [phone, undefined],
  hospital: [hospital],
  place: [place],
  zone: [place],
  patient: [people.patient, ''],
  attendant: [people.attendant, undefined, ''],
  donor: [people.donor, ''],
  by: [people.by, '', 'text', 'call', 'import', 'site'],
  what: donorChanges,
  reason: [reason, undefined],
  why: [
    undefined,
    ...refusalReasons,
    ...helpReasons,
    ...['hb', 'bp', 'weight', 'medicine', 'recent', 'other'],
  ],
  link: [link],
  story: [story],
  // No sentence uses this group as an example.
  group: ['Oh'],
  oldGroup: [undefined, 'Oh'],
  component: ['whole-blood'],
  exchange: [undefined],
  neededBy: [at],
  asap: [undefined, true],
  byDay: [2, 3].map((length) =>
    Array.from({ length }, () => ({ units: numbers.units, neededBy: at })),
  ),
  unplaced: [undefined, true],
  writtenAt: [at],
  arriveBy: [at],
  callAgainAt: [at, undefined],
  askFrom: [at, undefined],
  byExchange: [true, undefined],
  alone: [true, undefined],
  from: [day, undefined],
  next: [day],
  until: [day, undefined],
  max: counted(numbers.max),
  more: counted(numbers.more),
  units: counted(numbers.units),
  confirmed: counted(numbers.confirmed),
  given: counted(numbers.given),
  asked: counted(numbers.asked),
  missing: counted(numbers.missing),
  saidNo: counted(more.saidNo),
  silent: [more.silent],
  unlikely: [more.unlikely],
  seconds: counted(more.seconds),
  rings: [true, false],
  again: [undefined, true],
  nobody: [undefined, true],
  said: [undefined, true],
  kept: [true, undefined],
  ok: [true, false],
  waiting: [true, false],
  fewer: [true, false],
  moved: [true, false],
  trusted: [true, false],
  byOperator: [undefined, true],
  name: [people.donor, undefined],
  pin: [pin],
  number: [confirmed],
  who: [people.donor, ''],
  sex: ['woman', 'man', 'other'],
  birthYear: [more.birthYear],
  donations: [more.donations],
  last: [day, undefined],
  on: [day],
  language: languages,
  calls: [true, false],
  shown: [true, false],
  reached: [true, false],
  agreed: [more.agreed],
  came: [more.came],
  missed: [more.missed],
  sentHome: [more.sentHome],
  days: [more.days],
  count: counted(more.count),
  coordinator: [true, false],
  at: [at, undefined],
  call: ['qzcall'],
  deed: auditedDeeds,
  byPhone: [endings.by, ''],
  ofPhone: [endings.of],
  ask: [undefined, ...callCutQuestions],
  centre: [centre],
  opensAt: [at],
  closesAt: [at],
  invitesAt: [at],
  first: [at],
  second: [at, undefined],
  third: [at, undefined],
  teams: [more.teams],
  soon: [true, false],
  step: campQuestions,
  did: doorStates,
};

export const isParamName = (name: string): name is ParamName => Object.hasOwn(sampleValues, name);

export type Mark = { text: string; what: VariableType };

/** The sample values as this language writes them, the longest first: a whole need before its number. */
export const marksIn = (language: Language, context: MessageContext): Mark[] => {
  const w = phrases[language];
  const all = Object.values({ ...numbers, ...more });
  const needs = [numbers.units, 1, 0].flatMap((units) => {
    const need = { group: 'Oh', component: 'whole-blood', units } as const;
    return [w.need(need), w.needForDonor(need)];
  });
  const is = (what: VariableType, texts: readonly string[]): Mark[] =>
    texts.map((text) => ({ text, what }));
  return [
    ...is('code', [...codes, own]),
    ...is('codes', [codeList(codes)]),
    ...is('number', [pin, confirmed, ...all.map(String)]),
    ...is('units', [0, 1, ...all].map(w.units)),
    ...is('group', [w.group('Oh')]),
    ...is('need', needs),
    ...is('where', [w.where({ hospital, place }, context), hospital, centre]),
    ...is('place', [place]),
    ...is('time', [
      ...[false, true].map((asap) => w.by(at, asap, sampleNow)),
      ...[at, exampleTime(sampleNow)].map((moment) => w.time(moment, sampleNow)),
    ]),
    ...is('day', [w.day(day)]),
    ...is('year', [`${toCalendar(sampleNow).year - 1}`]),
    ...is('person', Object.values(people)),
    ...is('reason', [reason]),
    ...is('story', [story]),
    ...is('phone', [phone]),
    ...is('ending', Object.values(endings)),
    ...is('link', [link]),
  ].sort((a, b) => b.text.length - a.text.length);
};
