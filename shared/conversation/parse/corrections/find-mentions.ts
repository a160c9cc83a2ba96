import type { Gazetteer } from '../../../places/gazetteer.ts';
import type { EpochMs } from '../../../terms/time.ts';
import type { Token } from '../../text/normalize.ts';
import { parseSmallNumber } from '../../text/parse-small-number.ts';
import { endsBefore } from '../../text/vocabulary.ts';
import { correctionWords } from '../../words/corrections/correction-words.ts';
import { unitWords } from '../../words/unit-words.ts';
import { findGroupMentions } from '../parse-blood-group.ts';
import { statementAt } from '../parse-clock-time.ts';
import { findComponents } from '../parse-component.ts';
import { blank, findUnknownHospitals, tokensIn } from '../parse-hospital.ts';
import { findLabelledNames } from '../parse-people.ts';

/** What a value says something about. Two values of one kind with different keys contradict each other. */
export const mentionKinds = [
  'group',
  'component',
  'units',
  'hospital',
  'town',
  'day',
  'clock',
  'patient',
  'attendant',
] as const;
export type MentionKind = (typeof mentionKinds)[number];
/** A value in a text. Token indices, `to` exclusive. */
export type Mention = { kind: MentionKind; key: string; from: number; to: number };

export type Read = { tokens: readonly Token[]; raw: string; gazetteer: Gazetteer; now: EpochMs };

const isGluedBeside = (token: Token | undefined, marks: string): boolean =>
  token?.kind === 'mark' && token.glued && marks.includes(token.text);

/** A number that may count units: no part of a time, a date, a decimal, a ward or a blood pressure. */
const numberAt = (tokens: readonly Token[], i: number): number | undefined => {
  const value = parseSmallNumber(tokens[i]);
  if (!value || value > 99 || endsBefore(tokens, i, correctionWords.otherNumber)) return undefined;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  const isNumber = (token: Token | undefined): boolean => token?.kind === 'number';
  const isPart =
    (isGluedBeside(before, './:') && isNumber(tokens[i - 2])) ||
    (isGluedBeside(after, './:') && isNumber(tokens[i + 2]) && tokens[i + 2]?.glued) ||
    (tokens[i]?.glued === true && before?.kind === 'word') ||
    (after?.kind === 'word' && after.glued && unitWords.shortUnit.at(tokens, i + 1) === 0) ||
    unitWords.otherCount.at(tokens, i + 1) > 0;
  if (isPart) return undefined;
  const isPlain = isNumber(tokens[i]) || unitWords.unit.at(tokens, i + 1) > 0;
  // "Do nahi teen": the number that takes another's place.
  const isBesideMark =
    correctionWords.notAfter.at(tokens, i + 1) > 0 ||
    (endsBefore(tokens, i, correctionWords.notAfter) &&
      parseSmallNumber(tokens[i - 2]) !== undefined);
  return isPlain || isBesideMark || endsBefore(tokens, i, correctionWords.now) ? value : undefined;
};

const findTimes = ({ tokens, now }: Read): Mention[] => {
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const statement = statementAt(tokens, i, now);
    if (!statement) continue;
    const { length, ahead, day, at, clock, part } = statement;
    const to = i + Math.max(1, length);
    if (ahead !== undefined || day || at)
      found.push({ kind: 'day', key: JSON.stringify([ahead, day, at]), from: i, to });
    else if (clock || part) {
      const key = clock ? JSON.stringify([clock.hour, clock.minute]) : (part ?? '');
      found.push({ kind: 'clock', key, from: i, to });
    }
    i = to - 1;
  }
  return found;
};

/** Known hospitals and towns. Each search hides what the earlier ones found. */
const findPlaces = ({ tokens, raw, gazetteer }: Read): Mention[] => {
  const found: Mention[] = [];
  let text = blank(
    raw,
    tokens.filter((token) => token.text === 'phone'),
  );
  for (let n = 0; n < 4; n++) {
    const { hospital, town } = gazetteer.find(text);
    if (!hospital && !town) break;
    for (const [kind, span, key] of [
      ['hospital', hospital, hospital?.value.hospital.name],
      ['town', town, town?.value.name],
    ] as const) {
      if (!span || key === undefined) continue;
      const [from, to] = tokensIn(tokens, span.start, span.end);
      found.push({ kind, key, from, to });
      text = blank(text, [span]);
    }
  }
  return found;
};

/** All values in a text, in order. Linear but for the places, which are searched at most four times. */
export const findMentions = (read: Read): Mention[] => {
  const { tokens, raw } = read;
  const groups: Mention[] = findGroupMentions(tokens, raw).map(({ group, abo, from, to }) => ({
    kind: 'group',
    key: group ?? `${abo}?`,
    from,
    to,
  }));
  const components: Mention[] = findComponents(tokens).flatMap(
    ({ component, isCount, from, to }) =>
      isCount ? [] : [{ kind: 'component', key: component, from, to }],
  );
  const times = findTimes(read);
  const places = findPlaces(read);
  const found = [...groups, ...components, ...times, ...places];
  const isTaken = (i: number): boolean => found.some(({ from, to }) => i >= from && i < to);
  const unknown: Mention[] = findUnknownHospitals(tokens, isTaken).map(([from, to]) => ({
    kind: 'hospital',
    key: tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
    from,
    to,
  }));
  const names: Mention[] = findLabelledNames({ tokens, raw, isTaken }).map(
    ({ label, name, from, to }) => ({ kind: label, key: name.toLowerCase(), from, to }),
  );
  const numbers: Mention[] = tokens.flatMap((_, i) => {
    const value = isTaken(i) ? undefined : numberAt(tokens, i);
    return value === undefined ? [] : [{ kind: 'units', key: String(value), from: i, to: i + 1 }];
  });
  return [...found, ...unknown, ...names, ...numbers].sort((a, b) => a.from - b.from);
};
