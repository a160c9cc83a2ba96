import type { Gazetteer } from '../../places/gazetteer.ts';
import type { Place } from '../../places/place.ts';
import type { Token } from '../text/normalize.ts';
import { endsBefore } from '../text/vocabulary.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { correctionWords } from '../words/corrections/correction-words.ts';
import { mayBeName, meaningsOfWord } from '../words/glosses/gloss-of.ts';
import { hospitalWords } from '../words/hospital-words.ts';
import { luringWords } from '../words/lists/luring-words.ts';
import { needWords, plainWords } from '../words/request-words.ts';
import { type IsTaken, renderName } from './parse-name.ts';

/** Where the blood is needed, as a text says it. Spans are token indices, `to` exclusive. */
export type ParsedHospital = {
  /** A hospital of the configuration, or one that the family named with its place. */
  hospital?: { name: string; place: Place };
  /** A hospital whose place the text does not give. */
  hospitalName?: string;
  /** The place of the PIN, or else of the town, in the text. The PIN is more exact. */
  place?: Place;
  spans: readonly (readonly [from: number, to: number])[];
};

/** The original with spaces in place of these parts. Positions stay the same. */
export const blank = (raw: string, parts: readonly { start: number; end: number }[]): string =>
  parts.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    raw,
  );

/** The indices of the tokens between two positions, `to` exclusive. */
export const tokensIn = (
  tokens: readonly Token[],
  start: number,
  end: number,
): readonly [number, number] => {
  const inside = tokens.flatMap((token, i) => (token.end > start && token.start < end ? [i] : []));
  return [inside[0] ?? 0, (inside.at(-1) ?? -1) + 1];
};

/** A PIN of India: six digits, or three and three. */
const findPin = (
  tokens: readonly Token[],
  gazetteer: Gazetteer,
): { place: Place; from: number; to: number } | undefined => {
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'number' || endsBefore(tokens, i, hospitalWords.otherNumber)) continue;
    const next = tokens[i + 1];
    const isSplit = token.text.length === 3 && next?.kind === 'number' && next.text.length === 3;
    const digits = isSplit ? token.text + next.text : token.text;
    const place = digits.length === 6 ? gazetteer.placeOfPin(digits) : undefined;
    if (place) return { place, from: i, to: i + (isSplit ? 2 : 1) };
  }
  return undefined;
};

const maxNameWords = 4;
const isSign = (token: Token | undefined, signs: string): boolean =>
  token?.kind === 'mark' && signs.includes(token.text);

type Words = { tokens: readonly Token[]; isName: (i: number) => boolean };
type Named = readonly [from: number, to: number];

/** How many tokens of "super speciality" stand right before `end`. */
const fillerBefore = (tokens: readonly Token[], end: number): number =>
  [2, 1].find((length) => hospitalWords.filler.at(tokens, end - length) === length) ?? 0;

/** Where the name before "hospital" begins: "Jeevan Jyoti hospital", "St. Mary's hospital". */
const nameBefore = ({ tokens, isName }: Words, before: number): number => {
  let end = before;
  let from = end;
  while (end - from < maxNameWords + 1) {
    const filler = fillerBefore(tokens, from);
    if (filler > 0 && isName(from - filler - 1)) {
      end -= filler;
      from -= filler;
    }
    const isInitial = isSign(tokens[from - 1], '.') && (tokens[from - 2]?.text.length ?? 9) <= 2;
    const at = isInitial || isSign(tokens[from - 1], "&'") ? from - 2 : from - 1;
    if (!isName(at)) break;
    from = at;
  }
  return from;
};

/** The name after "hospital": "Hospital: Sahara", "hospital ka naam Sahara". */
const nameAfter = ({ tokens, isName }: Words, from: number): Named | undefined => {
  let at = from;
  while (isSign(tokens[at], ':-=.') || hospitalWords.nameLabel.at(tokens, at) > 0) at++;
  // "The hospital is far": a known word is no name here.
  const first = tokens[at];
  if (tokens[at - 1]?.text === 'is' && first && !mayBeName(first)) return undefined;
  let to = at;
  while (to < at + maxNameWords && isName(to)) to++;
  // "Hospital Keshlata hai": an unknown name that is stated.
  const isStated =
    ['hai', 'h', 'है'].includes(tokens[to]?.text ?? '') && tokens.slice(at, to).every(mayBeName);
  return (at > from || isStated) && to > at ? [at, to] : undefined;
};

/** Meanings that end the name of a hospital: "kal 11 bje tk Era hospital". */
const noHospital = new Set(
  `OCLOCK UNTIL DAY.today DAY.other NIGHT MORNING EVENING NOON URGENT NEED NEED.g NEED.f WANT WANT.g UNIT BLOOD I MY
  FROM NOT PLEASE HOUR MINUTE BUT LATE ADMIT ADMIT.p`.split(/\s+/),
);
const isTimeOrNeed = (token: Token | undefined): boolean =>
  token !== undefined && meaningsOfWord(token.text).some((meaning) => noHospital.has(meaning));

/** Where the words of hospitals stand that are not in the configuration. */
export const findUnknownHospitals = (
  tokens: readonly Token[],
  isTaken: IsTaken,
  hasTown = false,
): Named[] => {
  const all: Named[] = [];
  const isName = (i: number): boolean =>
    tokens[i]?.kind === 'word' &&
    !isTaken(i) &&
    !isTimeOrNeed(tokens[i]) &&
    [
      hospitalWords.adjective,
      hospitalWords.filler,
      plainWords,
      needWords,
      luringWords,
      hospitalWords.hospital,
      correctionWords.notAfter,
      guardWords.question,
    ].every((words) => words.at(tokens, i) === 0) &&
    [0, 1, 2].every((n) => correctionWords.sorry.at(tokens, i - n) <= n);
  for (let i = 0; i < tokens.length; i++) {
    const chain = isTaken(i) ? 0 : hospitalWords.chain.at(tokens, i);
    const isAlone = hospitalWords.hospital.at(tokens, i + chain) === 0;
    if (chain > 0 && isAlone) all.push([i, i + chain]);
    const length = isTaken(i) ? 0 : hospitalWords.hospital.at(tokens, i);
    if (length === 0 || hospitalWords.noHospital.at(tokens, i + length) > 0) continue;
    const from = nameBefore({ tokens, isName }, i);
    const named = nameAfter({ tokens, isName }, i + length);
    const start = [i - 2, i - 1, i].find((n) => hospitalWords.inTown.at(tokens, n) >= i + 1 - n);
    const generic = start === undefined ? 0 : hospitalWords.inTown.at(tokens, start);
    if (from < i) all.push([from, i + length]);
    else if (named) all.push(named);
    else if (hasTown && generic > 0) all.push([start ?? i, (start ?? i) + generic]);
    i = Math.max(i + length, all.at(-1)?.[1] ?? 0) - 1;
  }
  return all;
};

/** A hospital's name as the hotline shows it: at most 24 characters. */
export const renderHospital = (tokens: readonly Token[], raw: string): string => {
  const all = tokens.filter((token) => token.kind === 'word');
  const isFiller = (i: number): boolean =>
    hospitalWords.filler.at(all, i) > 0 || hospitalWords.filler.at(all, i - 1) > 1;
  const named = all.filter((_, i) => !isFiller(i));
  // "Super speciality hospital" is all that some people call theirs.
  const words = hospitalWords.hospital.at(named, 0) > 0 ? all : named;
  return words.reduce((name, word) => {
    const next = renderName([word], raw);
    const longer = name === '' ? next : `${name} ${next}`;
    return longer.length <= 24 ? longer : name;
  }, '');
};

/** The hospital and the place in a text. A hospital that is not in the configuration has the town's or PIN's place. */
export const parseHospital = (
  tokens: readonly Token[],
  raw: string,
  { gazetteer, isTaken }: { gazetteer: Gazetteer; isTaken: IsTaken },
): ParsedHospital => {
  // The digits of telephone numbers are no PIN.
  const text = blank(
    raw,
    tokens.filter((token) => token.text === 'phone'),
  );
  const { hospital: known, town } = gazetteer.find(text);
  const pin = findPin(tokens, gazetteer);
  const place = pin?.place ?? town?.value;
  const spans = [
    ...(known ? [tokensIn(tokens, known.start, known.end)] : []),
    ...(pin ? [[pin.from, pin.to] as const] : []),
    ...(town ? [tokensIn(tokens, town.start, town.end)] : []),
  ];
  const placeField = place ? { place } : {};
  if (known)
    return {
      hospital: { name: known.value.hospital.name, place: known.value.place },
      ...placeField,
      spans,
    };
  const isInSpan = (i: number): boolean =>
    isTaken(i) || spans.some(([from, to]) => i >= from && i < to);
  const [unknown] = findUnknownHospitals(tokens, isInSpan, place !== undefined);
  if (!unknown) return { ...placeField, spans };
  const name = renderHospital(tokens.slice(...unknown), raw);
  const where = place ? { hospital: { name, place }, place } : { hospitalName: name };
  return { ...where, spans: [...spans, unknown] };
};
