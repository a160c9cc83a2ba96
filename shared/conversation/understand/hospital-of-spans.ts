import type { Gazetteer } from '../../places/gazetteer.ts';
import { renderHospital, tokensIn } from '../parse/parse-hospital.ts';
import type { ParsedRequest } from '../parse/parse-request.ts';
import type { Token } from '../text/normalize.ts';
import { guardWords } from '../words/answers/guard-words.ts';
import { hospitalWords } from '../words/hospital-words.ts';
import type { AskedTopic, Situation } from './situation.ts';

type HospitalContext = {
  says: ParsedRequest;
  raw: string;
  tokens: readonly Token[];
  spans: readonly Token[][];
  gazetteer: Gazetteer;
  situation: Partial<Situation>;
};

/** After a question about something else, only words that say "hospital" name one. */
const namesHospital = (words: readonly Token[], asked: AskedTopic | undefined): boolean =>
  asked === undefined ||
  ['hospital', 'place', 'summary'].includes(asked) ||
  words.some((_, i) => hospitalWords.hospital.at(words, i) > 0);

const toWords = new Set(['se', 'से', 'sey']);

/** "Shifted from Ursula to Regency": the hospital that the patient has left, by the words beside it. */
const isLeft = (
  { tokens, situation }: HospitalContext,
  known: { name: string; from: number; to: number },
): boolean =>
  tokens[known.from - 1]?.text === 'from' ||
  toWords.has(tokens[known.to]?.text ?? '') ||
  known.name === situation.request?.hospital;

/** "Dist hospital Gonda" is the district hospital in Gonda. */
const withoutLastTown = (
  words: readonly Token[],
  town: { start: number; end: number } | undefined,
): readonly Token[] => {
  const last = words.at(-1);
  const isTown = last && town && last.start >= town.start && last.end <= town.end;
  return isTown && words.length > 1 ? words.slice(0, -1) : words;
};

/** The hospital that the span model finds: where the plain parser finds none, or only the one that the patient has left. */
export const hospitalIn = (
  context: HospitalContext,
): Pick<ParsedRequest, 'hospital' | 'hospitalName'> | undefined => {
  const { says, raw, tokens, spans, gazetteer, situation } = context;
  const { hospital, hospitalName, place, denied } = says;
  const known = gazetteer.find(raw).hospital;
  const others = spans.filter(
    (words) =>
      words.length > 0 &&
      !words.some((_, i) => guardWords.question.at(words, i) > 0) &&
      namesHospital(words, situation.asked) &&
      !words.some(({ start, end }) => known && start < known.end && end > known.start),
  );
  const [from, to] = known ? tokensIn(tokens, known.start, known.end) : [0, 0];
  const hasLeft =
    known !== undefined && isLeft(context, { name: known.value.hospital.name, from, to });
  const { town: said } = gazetteer.find(raw);
  const words = others[0] && withoutLastTown(others[0], said);
  if (!words || denied?.includes('hospital')) return undefined;
  if ((hospital || hospitalName) && !hasLeft) return undefined;
  // "The same hospital", "another hospital" names no hospital without a town.
  const isNamed = words.some(
    (_, i) =>
      hospitalWords.adjective.at(words, i) === 0 &&
      hospitalWords.filler.at(words, i) === 0 &&
      hospitalWords.hospital.at(words, i) === 0,
  );
  if (!isNamed && !said) return undefined;
  const name = renderHospital(words, raw);
  const [first, last] = [words[0], words.at(-1)];
  const named =
    first && last ? gazetteer.find(raw.slice(first.start, last.end)).hospital : undefined;
  if (named) return { hospital: { name: named.value.hospital.name, place: named.value.place } };
  const town = hasLeft && !said ? undefined : place;
  return town ? { hospital: { name, place: town } } : { hospitalName: name };
};
