import { findContact, isBesideNumber } from '../parse/contact/find-contact.ts';
import { isOffered } from '../parse/corrections/offered-donors.ts';
import { findLeftOver, findStillMissing } from '../parse/corrections/units-left.ts';
import { findGroupMentions } from '../parse/parse-blood-group.ts';
import { componentAt, findComponents } from '../parse/parse-component.ts';
import { isLabelled, nameAt, renderName } from '../parse/parse-name.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import { weekdayAt } from '../parse/written-dates.ts';
import { type Token, tokenize } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { isPlaceName, mayBeName } from '../words/glosses/gloss-of.ts';
import { hospitalWords } from '../words/hospital-words.ts';
import { timeWords } from '../words/time-words.ts';
import { unitWords } from '../words/unit-words.ts';
import { hospitalIn } from './hospital-of-spans.ts';
import { isKnownName } from './models/known-names.ts';
import { spanFeaturesOf } from './models/span-features.ts';
import type { ReadingModels } from './models/stored-models.ts';
import { spansOf, tagSpans } from './models/tag-spans.ts';
import { type ReadingContext, type Situation, spanTopicOf } from './situation.ts';

/*
 * A request in a free text: the plain parser reads what words mark clearly, the span model finds names, hospital and
 * number where no such word stands. Where both read a number and differ, it is asked.
 */

type Span = { from: number; to: number };

const wordsIn = (tokens: readonly Token[], from: number, to: number): Token[] =>
  tokens.slice(from, to).filter((token) => token.kind !== 'mark');

/** Adds what the span model finds in a text to what the plain parser `says` of it. `asked`: the last question's field. */
export const addSpans = (
  says: ParsedRequest,
  raw: string,
  { gazetteer }: ReadingContext,
  { spans, isKnownName: isKnown = isKnownName }: Pick<ReadingModels, 'spans' | 'isKnownName'>,
  situation: Partial<Situation> = {},
): ParsedRequest => {
  const { asked } = situation;
  const topic = spanTopicOf(situation);
  const { tokens, features } = spanFeaturesOf(raw, gazetteer, topic, isKnown);
  const tags = tagSpans(spans, features);
  const isFacility = ({ from, to }: Span): boolean =>
    wordsIn(tokens, from, to).some((_, i, words) => hospitalWords.hospital.at(words, i) > 0);
  const people = (kind: 'A' | 'P'): Span[] =>
    spansOf(tags, kind).filter((span) => !isFacility(span));
  const hospitals = [
    ...spansOf(tags, 'H'),
    ...[...spansOf(tags, 'A'), ...spansOf(tags, 'P')].filter(isFacility),
  ].map(({ from, to }) => wordsIn(tokens, from, to));
  const attendants = people('A');
  // "Sister Rekha … husband Guddu will talk 94…": of several people, the one beside the number.
  const called = attendants.filter((span) => isBesideNumber(tokens, raw, span));
  const groups = findGroupMentions(tokens, raw);
  const nameOf = (all: readonly Span[]): string | undefined =>
    all
      .filter(({ from, to }) => !groups.some((group) => group.from < to && group.to > from))
      .map(({ from, to }) => nameIn(wordsIn(tokens, from, to), raw))
      .find((name) => name !== undefined);
  const { units: parsedUnits, patient: _, attendant: __, ...known } = says;
  const place = hospitalIn({ says, raw, tokens, spans: hospitals, gazetteer, situation });
  const { hospital: ___, hospitalName: ____, ...others } = known;
  const rest = place ? { ...others, ...place } : known;
  const isDenied = (kind: string): boolean => says.denied?.some((one) => one === kind) ?? false;
  const named = place ?? says;
  const where = (named.hospital?.name ?? named.hospitalName ?? '').toLowerCase().split(/\s+/);
  /** Undefined for words of the hospital's name: "burn patient, KGMU", "Ram Lal Cancer Centre". */
  const person = (name: string | undefined): string | undefined => {
    const words = name?.toLowerCase().split(' ') ?? [];
    if (!name || !words.every((word) => where.includes(word))) return name;
    const left = tokenize(where.filter((word) => !words.includes(word)).join(' '));
    const isOfHospital = left.length === 0 || hospitalWords.hospital.at(left, 0) > 0;
    return words.length === 1 || isOfHospital ? undefined : name;
  };
  const [spanAttendant, spanPatient] = [
    person(nameOf([...called, ...attendants])),
    person(nameOf(people('P'))),
  ];
  const plain = { patient: person(says.patient), attendant: person(says.attendant) };
  // Where the model finds no name, a plain parser's counts if people are called so, or if it is written like a name.
  const isNamed = (name: string): boolean =>
    (/^[A-Z]/.test(name) && raw.includes(name)) ||
    isLabelled(tokens, name) ||
    tokenize(name).some(({ text }) => isKnown(text));
  const plainName = (name: string | undefined, other: string | undefined): string | undefined =>
    name !== undefined && name !== other && isNamed(name) ? name : undefined;
  // "Patient Ramesh": a name right after the word of its role has that role, whatever the model finds.
  const labelled = (name: string | undefined): string | undefined =>
    name !== undefined && isLabelled(tokens, name) ? name : undefined;
  const [saidPatient, saidAttendant] = [labelled(plain.patient), labelled(plain.attendant)];
  const unless = (name: string | undefined, other: string | undefined): string | undefined =>
    name === other ? undefined : name;
  const foundAttendant = isDenied('attendant')
    ? says.attendant
    : (saidAttendant ??
      unless(spanAttendant, saidPatient) ??
      plainName(plain.attendant, saidPatient ?? spanPatient));
  const foundPatient = isDenied('patient')
    ? says.patient
    : (saidPatient ??
      unless(spanPatient, saidAttendant) ??
      plainName(plain.patient, saidAttendant ?? spanAttendant));
  const [attendantSpan] = [...called, ...attendants];
  const contact = attendantSpan && findContact(tokens, raw, attendantSpan);
  const { patient, attendant } =
    situation.request && tokens.some(({ text }) => text === 'phone') && saidPatient === undefined
      ? asContact(foundPatient, foundAttendant)
      : withAskedRole(foundPatient, foundAttendant, saidPatient ? undefined : asked);
  const counted = tokens.findIndex((_, i) => tags[i] === 'U');
  const isCount =
    counted >= 0 &&
    (isBesideUnit(tokens, counted) ||
      !(isAboutOther(asked) || (asked === undefined && hasOtherMeaning(tokens[counted])))) &&
    !isMeasured(tokens, counted) &&
    !(unitWords.donor.at(tokens, counted + 1) > 0 && isOffered(tokens, counted));
  const found = isCount ? parseSmallNumber(tokens[counted]) : undefined;
  const counts = {
    tokens,
    components: findComponents(tokens),
    groups,
  };
  const [missing] = says.corrects ? [] : findStillMissing(counts);
  // A number beside no word for units is an age or a bed when another one stands beside such a word.
  const isWeak = parsedUnits !== undefined && !isBesideUnit(tokens, counted);
  // Units that are said for each day or each need are several numbers.
  const isDivided = says.days !== undefined || says.others !== undefined;
  const units =
    isDivided || says.corrects
      ? (parsedUnits ?? (isDivided ? undefined : agreedUnits(parsedUnits, found)))
      : (missing ?? findLeftOver(counts) ?? agreedUnits(parsedUnits, isWeak ? undefined : found));
  return {
    ...rest,
    ...(contact && { contact }),
    ...(patient && { patient }),
    ...(attendant && attendant !== patient && { attendant }),
    ...(units !== undefined && !isDenied('units') && { units }),
  };
};

/** A known word, as a day, a place or "alone", is no name; at the end of one it does not belong to it. */
const nameIn = (words: readonly Token[], raw: string): string | undefined => {
  const isDay = words.some((_, i) => weekdayAt(words, i) !== undefined);
  const end = words.findLastIndex(mayBeName) + 1;
  const isTown = words.every((word) => isPlaceName(word));
  const name =
    isDay || isTown || end === 0 ? undefined : nameAt(words.slice(0, end), 0, () => false);
  return name && renderName(name.words, raw);
};

/** "Call my brother Saurabh 97…": beside a number for a running request, the only name is that of the person to call. */
const asContact = (
  patient: string | undefined,
  attendant: string | undefined,
): { patient: string | undefined; attendant: string | undefined } =>
  attendant === undefined ? { patient: undefined, attendant: patient } : { patient, attendant };

/** The only name in an answer is the one that was asked for. */
const withAskedRole = (
  patient: string | undefined,
  attendant: string | undefined,
  asked: string | undefined,
): { patient: string | undefined; attendant: string | undefined } => {
  // "Zubair wahin hai": one person, read twice.
  if (asked === 'attendant' && attendant && patient?.startsWith(attendant))
    return { patient: undefined, attendant };
  // In an answer where, a name is that of the place.
  if (asked === 'hospital' || asked === 'place') return { patient: undefined, attendant };
  if (asked === 'patient' && !patient) return { patient: attendant, attendant: undefined };
  if (asked === 'attendant' && !attendant) return { patient: undefined, attendant: patient };
  return { patient, attendant };
};

/** After a question about something else, a bare number is a ward, a floor or an age. */
const isAboutOther = (asked: string | undefined): boolean =>
  asked !== undefined && asked !== 'units' && asked !== 'summary' && asked !== 'component';

/** "Hb 6", "Hb is 6", "count: 9". */
const isMeasured = (tokens: readonly Token[], i: number): boolean => {
  const isLink = ['is', 'h', 'hai', 'है', 'ka', ':', '='].includes(tokens[i - 1]?.text ?? '');
  return (
    endsBefore(tokens, i, timeWords.measure) ||
    (isLink && endsBefore(tokens, i - 1, timeWords.measure))
  );
};

/** "do" is two, and "give"; "ek" is one, and "a": they count only beside a word for units. */
const hasOtherMeaning = (token: Token | undefined): boolean =>
  token?.kind === 'word' && [1, 2].includes(parseSmallNumber(token) ?? 0);

const isBesideUnit = (tokens: readonly Token[], i: number): boolean =>
  unitWords.unit.at(tokens, i + 1) > 0 ||
  unitWords.shortUnit.at(tokens, i + 1) > 0 ||
  componentAt(tokens, i + 1) !== undefined;

/** Two different numbers leave it open. */
const agreedUnits = (parsed: number | undefined, found: number | undefined): number | undefined =>
  parsed !== undefined && found !== undefined && parsed !== found ? undefined : (parsed ?? found);
