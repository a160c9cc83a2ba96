import type { Gazetteer } from '../../../places/gazetteer.ts';
import { findGroupMentions } from '../../parse/parse-blood-group.ts';
import { findComponents } from '../../parse/parse-component.ts';
import { tokensIn } from '../../parse/parse-hospital.ts';
import { findAttendant, findPatient } from '../../parse/parse-people.ts';
import { tokenizeWithoutPhones } from '../../text/find-phones.ts';
import type { Token } from '../../text/normalize.ts';
import { parseSmallNumber } from '../../text/parse-small-number.ts';
import { phoneticForm } from '../../text/phonetic-form.ts';
import type { Vocabulary } from '../../text/vocabulary.ts';
import { correctionWords } from '../../words/corrections/correction-words.ts';
import { hospitalWords } from '../../words/hospital-words.ts';
import { peopleWords, titleWords } from '../../words/people-words.ts';
import { needWords, plainWords } from '../../words/request-words.ts';
import { unitWords } from '../../words/unit-words.ts';
import { type IsKnownName, isKnownName } from './known-names.ts';

/* What the span model sees of each token of a request: the words around it, and what the word lists and the map say of them. */

const lists: readonly (readonly [string, Vocabulary])[] = [
  ...Object.entries(peopleWords),
  ['prefix', titleWords],
  ['hospital', hospitalWords.hospital],
  ['adjective', hospitalWords.adjective],
  ['in town', hospitalWords.inTown],
  ['chain', hospitalWords.chain],
  ...Object.entries(unitWords).map(([name, words]) => [`unit ${name}`, words] as const),
  ...Object.entries(correctionWords).map(([name, words]) => [`correction ${name}`, words] as const),
  ['need', needWords],
  ['plain', plainWords],
];

type Marked = { token: Token; sound: string; marks: string[] };

const shapeOf = (raw: string, { kind, start, end }: Token): string => {
  if (kind !== 'word') return kind;
  const word = raw.slice(start, end);
  if (!/[A-Za-z]/.test(word)) return 'script';
  if (word === word.toUpperCase()) return word.length === 1 ? 'A' : 'AA';
  return /^[A-Z]/.test(word) ? 'Aa' : 'aa';
};

/** The longest forwarded appeal of the labelled texts has 150; what follows names nothing new. */
const mostTokens = 200;

/** Where the plain parsers read a person: what they say is one reading among others. */
const plainPeople = (tokens: readonly Token[], raw: string) => {
  const isTaken = (): boolean => false;
  return [
    ['plain patient', findPatient({ tokens, raw, isTaken })],
    ['plain attendant', findAttendant({ tokens, raw, isTaken })],
  ] as const;
};

/** The tokens with the word lists, groups, components and places that cover them. */
const markTokens = (raw: string, gazetteer: Gazetteer, isKnown: IsKnownName): Marked[] => {
  const tokens = tokenizeWithoutPhones(raw).slice(0, mostTokens);
  const marked = tokens.map((token) => ({
    token,
    sound: token.kind === 'word' ? phoneticForm(token.text) : token.text,
    marks: [
      shapeOf(raw, token),
      ...(token.kind === 'word' && isKnown(token.text) ? ['known name'] : []),
    ],
  }));
  const mark = (from: number, to: number, name: string): void => {
    for (let i = from; i < to; i++) marked[i]?.marks.push(name);
  };
  tokens.forEach((token, i) => {
    for (const [name, words] of lists) {
      const length = words.at(tokens, i);
      if (length > 0) mark(i, i + length, `l ${name}`);
    }
    const value = parseSmallNumber(token);
    if (value !== undefined) marked[i]?.marks.push(value > 12 ? 'many' : 'few');
  });
  for (const { from, to } of findGroupMentions(tokens, raw)) mark(from, to, 'group');
  for (const { from, to } of findComponents(tokens)) mark(from, to, 'component');
  for (const [name, found] of plainPeople(tokens, raw)) if (found) mark(found.from, found.to, name);
  const { hospital, town } = gazetteer.find(raw);
  if (hospital) mark(...tokensIn(tokens, hospital.start, hospital.end), 'known hospital');
  if (town) mark(...tokensIn(tokens, town.start, town.end), 'town');
  return marked;
};

const clauseEnds = new Set(['.', ',', ';', '!', '?', '\n', '(', ')']);
/** Lists that tell which person a clause is about. */
const telling = new Set(
  [
    'relation',
    'possessive',
    'introduction',
    'patient',
    'attendant',
    'contact',
    'office',
    'nameLabel',
    'hospital',
    'need',
  ].map((name) => `l ${name}`),
);

/** What the clause of each token says: whose name stands in it is told by a relative, an introduction or a number beside it. */
const clauseFeatures = (marked: readonly Marked[]): string[][] => {
  const clauses: Marked[][] = [[]];
  for (const one of marked) {
    clauses.at(-1)?.push(one);
    if (clauseEnds.has(one.token.text)) clauses.push([]);
  }
  const filled = clauses.filter((clause) => clause.length > 0);
  return filled.flatMap((clause, n) => {
    const says = new Set(clause.flatMap(({ marks }) => marks.filter((mark) => telling.has(mark))));
    const hasPhone = clause.some(({ token }) => token.text === 'phone');
    const place = n === filled.length - 1 ? 'last' : n === 0 ? 'first' : 'middle';
    const found = [
      `clause ${place}`,
      `clause length ${Math.min(clause.length, 6)}`,
      `clause ${place} length ${Math.min(clause.length, 6)}`,
      ...[...says].map((mark) => `clause ${mark}`),
      ...(hasPhone ? ['clause phone'] : []),
    ];
    return clause.map((_, i) => {
      const before = clause.slice(0, i).flatMap(({ marks }) => marks.filter((m) => telling.has(m)));
      return [...found, ...[...new Set(before)].map((mark) => `clause before ${mark}`)];
    });
  });
};

/** What stands before and after each token in the whole text: an introduction, a label or a number elsewhere says whose name this is not. */
const distantFeatures = (marked: readonly Marked[]): string[][] => {
  const told = marked.map(({ token, marks }) => [
    ...marks.filter((mark) => distant.has(mark)),
    ...(token.text === 'phone' ? ['phone'] : []),
  ]);
  const before = new Set<string>();
  const found = told.map((marks) => {
    const past = [...before].map((mark) => `past ${mark}`);
    for (const mark of marks) before.add(mark);
    return past;
  });
  const after = new Set<string>();
  for (let i = told.length - 1; i >= 0; i--) {
    found[i]?.push(...[...after].map((mark) => `rest ${mark}`));
    for (const mark of told[i] ?? []) after.add(mark);
  }
  return found;
};
const distant = new Set([...telling, 'known name', 'plain patient', 'plain attendant']);

/** Features of each token, without those of the tags before it. `extra`: of the whole text, as the last question. */
export const spanFeaturesOf = (
  raw: string,
  gazetteer: Gazetteer,
  asked: string | undefined,
  isKnown: IsKnownName = isKnownName,
): { tokens: Token[]; features: string[][] } => {
  const marked = markTokens(raw, gazetteer, isKnown);
  const clauses = clauseFeatures(marked);
  const others = distantFeatures(marked);
  const features = marked.map(({ token, sound, marks }, i) => {
    const isNamed = marks.includes('known name') ? ['known'] : [];
    const found = [
      'always',
      ...(clauses[i] ?? []),
      ...(others[i] ?? []),
      ...isNamed.flatMap(() => (others[i] ?? []).map((other) => `known ${other}`)),
      ...isNamed.flatMap(() => (clauses[i] ?? []).map((clause) => `known ${clause}`)),
      `w ${token.text}`,
      `z ${sound}`,
      `end ${token.text.slice(-3)}`,
      `begin ${token.text.slice(0, 3)}`,
      ...(asked ? [`asked ${asked}`, ...marks.map((mark) => `asked ${asked} ${mark}`)] : []),
      ...(i === 0 || marked[i - 1]?.token.text === '\n' ? ['line begins'] : []),
    ];
    for (let n = -4; n <= 4; n++) {
      const near = marked[i + n];
      if (!near) {
        found.push(`${n} outside`);
        continue;
      }
      for (const mark of near.marks) found.push(`${n} ${mark}`);
      if (Math.abs(n) <= 2 && n !== 0)
        found.push(`${n} w ${near.token.text}`, `${n} z ${near.sound}`);
      if (near.token.text === 'phone') found.push(`phone ${n > 0 ? 'after' : 'before'}`);
    }
    const [before, after] = [marked[i - 1], marked[i + 1]];
    found.push(`pair ${before?.sound ?? ''} ${sound}`, `pair ${sound} ${after?.sound ?? ''} +`);
    for (const mark of marks) {
      for (const other of before?.marks ?? []) found.push(`m ${other} ${mark}`);
      for (const other of after?.marks ?? []) found.push(`m ${mark} ${other} +`);
    }
    return found;
  });
  return { tokens: marked.map(({ token }) => token), features };
};
