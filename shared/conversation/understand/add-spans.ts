import { renderHospital } from '../parse/parse-hospital.ts';
import { nameAt, renderName } from '../parse/parse-name.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import { weekdayAt } from '../parse/written-dates.ts';
import type { Token } from '../text/normalize.ts';
import { parseSmallNumber } from '../text/parse-small-number.ts';
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
  const attendant =
    (isDenied('attendant') ? undefined : nameOf('A', says.patient)) ?? says.attendant;
  const patient = says.patient ?? (isDenied('patient') ? undefined : nameOf('P', attendant));
  const units = agreedUnits(parsedUnits, parseSmallNumber(wordsOf('U')[0]));
  return {
    ...rest,
    ...withHospital(says, wordsOf('H'), raw),
    ...(patient && { patient }),
    ...(attendant && attendant !== patient && { attendant }),
    ...(units !== undefined && !isDenied('units') && { units }),
  };
};

/** A known word, as a day or a place, is no name. */
const nameIn = (words: readonly Token[], raw: string): string | undefined => {
  const isDay = words.some((_, i) => weekdayAt(words, i) !== undefined);
  const name = isDay ? undefined : nameAt(words, 0, () => false);
  return name && renderName(name.words, raw);
};

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
  const name = renderHospital(words, raw);
  return place ? { hospital: { name, place } } : { hospitalName: name };
};
