import { findGroupMentions } from '../parse/parse-blood-group.ts';
import { componentAt, findComponents } from '../parse/parse-component.ts';
import { renderHospital } from '../parse/parse-hospital.ts';
import { nameAt, renderName } from '../parse/parse-name.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import { findStillMissing } from '../parse/parse-units.ts';
import { weekdayAt } from '../parse/written-dates.ts';
import type { Token } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { isPlaceName, mayBeName } from '../words/glosses/gloss-of.ts';
import { hospitalWords } from '../words/hospital-words.ts';
import { timeWords } from '../words/time-words.ts';
import { unitWords } from '../words/unit-words.ts';
import type { LinearModel } from './models/linear-model.ts';
import { spanFeaturesOf } from './models/span-features.ts';
import { type SpanKind, spansOf, tagSpans } from './models/tag-spans.ts';
import type { ReadingContext } from './situation.ts';

/*
 * A request in a free text: the plain parser reads what words mark clearly, the span model finds names, hospital and
 * number where no such word stands. Where both read a number and differ, it is asked.
 */

/** Adds what the span model finds in a text to what the plain parser `says` of it. `asked`: the last question's field. */
export const addSpans = (
  says: ParsedRequest,
  raw: string,
  { gazetteer }: ReadingContext,
  model: LinearModel,
  asked?: string,
): ParsedRequest => {
  const { tokens, features } = spanFeaturesOf(raw, gazetteer, asked);
  const tags = tagSpans(model, features);
  const allOf = (kind: SpanKind): Token[][] =>
    spansOf(tags, kind).map(({ from, to }) =>
      tokens.slice(from, to).filter((token) => token.kind !== 'mark'),
    );
  const wordsOf = (kind: SpanKind): Token[] => allOf(kind)[0] ?? [];
  // The patient stands in the text, so another name is meant.
  const nameOf = (kind: SpanKind, other?: string): string | undefined =>
    allOf(kind)
      .map((words) => nameIn(words, raw))
      .find((name) => name !== undefined && name !== other);
  const { units: parsedUnits, patient: _, attendant: __, ...rest } = says;
  const isDenied = (kind: string): boolean => says.denied?.some((one) => one === kind) ?? false;
  const foundAttendant =
    (isDenied('attendant') ? undefined : nameOf('A', says.patient)) ?? says.attendant;
  const foundPatient =
    says.patient ?? (isDenied('patient') ? undefined : nameOf('P', foundAttendant));
  const { patient, attendant } = withAskedRole(foundPatient, foundAttendant, asked);
  const counted = tokens.findIndex((_, i) => tags[i] === 'U');
  const isCount =
    counted >= 0 &&
    (isBesideUnit(tokens, counted) ||
      !(isAboutOther(asked) || (asked === undefined && hasOtherMeaning(tokens[counted])))) &&
    !isMeasured(tokens, counted);
  const found = isCount ? parseSmallNumber(tokens[counted]) : undefined;
  const [missing] = findStillMissing({
    tokens,
    components: findComponents(tokens),
    groups: findGroupMentions(tokens, raw),
  });
  // Units that are said for each day or each need are several numbers.
  const isDivided = says.days !== undefined || says.others !== undefined;
  const units = isDivided ? parsedUnits : (missing ?? agreedUnits(parsedUnits, found));
  return {
    ...rest,
    ...withHospital(says, wordsOf('H'), raw),
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

/** The only name in an answer is the one that was asked for. */
const withAskedRole = (
  patient: string | undefined,
  attendant: string | undefined,
  asked: string | undefined,
): { patient: string | undefined; attendant: string | undefined } => {
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

/** A hospital that the plain parser does not find, in the town of the text if it names one. */
const withHospital = (
  { hospital, hospitalName, place, denied }: ParsedRequest,
  words: readonly Token[],
  raw: string,
): Partial<ParsedRequest> => {
  if (hospital || hospitalName || words.length === 0 || denied?.includes('hospital')) return {};
  // "The same hospital", "another hospital" is none.
  const isNamed = words.some(
    (_, i) =>
      hospitalWords.adjective.at(words, i) === 0 && hospitalWords.hospital.at(words, i) === 0,
  );
  if (!isNamed) return {};
  const name = renderHospital(words, raw);
  return place ? { hospital: { name, place } } : { hospitalName: name };
};
