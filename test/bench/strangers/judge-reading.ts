import { phoneticForm } from '#shared/conversation/text/phonetic-form.ts';
import { gazetteer } from './configured-gazetteer.ts';

/* Compares what the hotline understands with what a careful human who wrote or labelled the text understands. */

/** One act as a writer labels it and as `hotline understand` prints it. */
export type LabelledAct = { act: string } & Record<string, unknown>;
export type LabelledText = {
  text: string;
  as: string;
  at?: string;
  open?: Record<string, unknown>;
  acts: LabelledAct[];
  also?: LabelledAct[][];
};

/** `asked`: not exact, but the answer is a question. `dangerous`: acted on something the sender did not say. */
export const verdicts = ['exact', 'asked', 'harmless', 'dangerous'] as const;
export type Verdict = (typeof verdicts)[number];

const polite = new Set(['thanks', 'greeting']);
const details = [
  'group',
  'component',
  'units',
  'place',
  'pin',
  'neededBy',
  'urgency',
  'patient',
  'attendant',
  'phone',
  'exchange',
  'time',
] as const;
type Detail = (typeof details)[number];

/** Courtesy beside something else is no act of its own. */
const withoutCourtesy = (acts: LabelledAct[]): LabelledAct[] => {
  const others = acts.filter(({ act }) => !polite.has(act));
  return others.length > 0 ? others : acts.slice(0, 1);
};

const wordsOf = (value: unknown): string[] =>
  String(value)
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word.length > 1 && !['hospital', 'aspatal', 'hosp', 'अस्पताल'].includes(word));
/** One word in common, as it sounds: "Beli Hospital" and "बेली अस्पताल". */
const isSameName = (a: unknown, b: unknown): boolean => {
  const [x, y] = [wordsOf(a).map(phoneticForm), wordsOf(b).map(phoneticForm)];
  return x.some((word) => y.includes(word)) || (x.length === 0 && y.length === 0);
};
/** A hospital of the configuration under any of its names. */
const isSamePlace = (a: unknown, b: unknown): boolean => {
  const [x, y] = [gazetteer.find(String(a)), gazetteer.find(String(b))];
  const isSameHospital = x.hospital?.value.hospital.name === y.hospital?.value.hospital.name;
  const isSameTown = x.town?.value.name === y.town?.value.name;
  return (
    isSameName(a, b) ||
    (x.hospital ? isSameHospital : x.town !== undefined && isSameTown && wordsOf(b).length === 1)
  );
};
/** Writers name the ways in which platelets are made, the hotline one component. Bombay is Oh. */
const plainComponent = (value: unknown): string =>
  String(value).replace('apheresis-', '').replace('packed-cells', 'red-cells');
const plainGroup = (value: unknown): string => (value === 'Bombay' ? 'Oh' : String(value));
const hour = 3_600_000;
const isSameTime = (said: unknown, wanted: unknown): boolean => {
  const text = String(wanted);
  const at = new Date(String(said)).getTime();
  // A bare day is met by any hour of it in India.
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const start = new Date(`${text}T00:00:00+05:30`).getTime();
    return at >= start && at < start + 24 * hour;
  }
  // A bare hour, "20:00", is that hour of any day: its label names no day.
  const [, hours, minutes] = text.match(/^(\d\d):(\d\d)$/) ?? [];
  if (hours !== undefined) {
    const wantedMinute = Number(hours) * 60 + Number(minutes);
    const indian = new Date(at + 5.5 * hour);
    const saidMinute = indian.getUTCHours() * 60 + indian.getUTCMinutes();
    const apart = Math.abs(saidMinute - wantedMinute);
    return Math.min(apart, 24 * 60 - apart) <= 60;
  }
  return Math.abs(at - new Date(text).getTime()) <= hour;
};
const lastTen = (value: unknown): string => String(value).replace(/\D/g, '').slice(-10);

export const isSame: Record<Detail, (said: unknown, wanted: unknown) => boolean> = {
  group: (a, b) => plainGroup(a) === plainGroup(b),
  component: (a, b) => plainComponent(a) === plainComponent(b),
  units: (a, b) => Number(a) === Number(b),
  place: isSamePlace,
  pin: (a, b) => String(a) === String(b),
  neededBy: isSameTime,
  urgency: (a, b) => a === b,
  patient: isSameName,
  attendant: isSameName,
  phone: (a, b) => lastTen(a) === lastTen(b),
  exchange: (a, b) => a === b,
  time: isSameTime,
};
/** A wrong value of these sends the wrong donor, or a donor to the wrong place. */
const grave = new Set<Detail>([
  'group',
  'component',
  'units',
  'place',
  'neededBy',
  'phone',
  'time',
]);
/** Said by the calendar or the need, so a writer may leave it out. */
const optional = new Set<Detail>(['urgency', 'neededBy', 'pin', 'exchange', 'component', 'phone']);

type Difference = 'none' | 'missing' | 'slight' | 'grave';
const compareDetails = (said: LabelledAct, wanted: LabelledAct): Difference => {
  let worst: Difference = 'none';
  const rank = ['none', 'missing', 'slight', 'grave'];
  const note = (found: Difference): void => {
    if (rank.indexOf(found) > rank.indexOf(worst)) worst = found;
  };
  for (const name of details) {
    const [a, b] = [said[name], wanted[name]];
    if (b === undefined && a === undefined) continue;
    if (b === undefined) {
      if (!optional.has(name)) note(grave.has(name) ? 'grave' : 'slight');
    } else if (a === undefined) note('missing');
    else if (!isSame[name](a, b)) note(grave.has(name) ? 'grave' : 'slight');
  }
  return worst;
};

/** Acts that change nothing, whatever else was meant. */
const idle = new Set(['unclear', 'ask', 'greeting', 'thanks', 'status', 'join']);

type Answer = {
  acts: LabelledAct[];
  asks?: string | undefined;
  readsBack?: boolean | undefined;
};

/** An answer to a question gives a detail of the request that is being told, by either name. */
const inOneName = (acts: readonly LabelledAct[], isAnswer: boolean): LabelledAct[] =>
  withoutCourtesy([...acts])
    .map((one) => (isAnswer && one.act === 'correct' ? { ...one, act: 'request' } : one))
    .sort((a, b) => (a.act < b.act ? -1 : a.act > b.act ? 1 : 0));

const judgeAgainst = (
  said: readonly LabelledAct[],
  wanted: readonly LabelledAct[],
  { asks, readsBack }: Answer,
  isAnswer: boolean,
): Verdict => {
  const [mine, theirs] = [inOneName(said, isAnswer), inOneName(wanted, isAnswer)];
  const isSameActs =
    mine.length === theirs.length && mine.every(({ act }, i) => act === theirs[i]?.act);
  if (isSameActs) {
    const found = mine.map((act, i) => compareDetails(act, theirs[i] ?? { act: '' }));
    if (found.every((one) => one === 'none')) return 'exact';
    if (found.includes('grave')) return readsBack ? 'harmless' : 'dangerous';
    if (found.includes('missing')) return asks === undefined ? 'harmless' : 'asked';
    return 'harmless';
  }
  if (mine.every(({ act }) => act === 'unclear')) return 'asked';
  if (mine.every(({ act }) => idle.has(act))) return 'harmless';
  if (theirs.every(({ act }) => act === 'unclear') && (readsBack || asks)) return 'asked';
  const wrong = mine.filter(
    ({ act }) => !idle.has(act) && !theirs.some((other) => other.act === act),
  );
  if (wrong.length === 0) return 'harmless';
  return readsBack ? 'harmless' : 'dangerous';
};

/** The best verdict over the readings that the writer allows. */
export const judge = (answer: Answer, label: LabelledText): Verdict => {
  const { asked, request } = label.open ?? {};
  const isAnswer = asked !== undefined && request === undefined;
  const found = [label.acts, ...(label.also ?? [])].map((wanted) =>
    judgeAgainst(answer.acts, wanted, answer, isAnswer),
  );
  return verdicts.find((verdict) => found.includes(verdict)) ?? 'dangerous';
};
