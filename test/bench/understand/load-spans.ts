import { readFileSync } from 'node:fs';
import { tokenize } from '#shared/conversation/text/normalize.ts';
import { parseSmallNumber } from '#shared/conversation/text/parse-small-number.ts';
import type { IsKnownName } from '#shared/conversation/understand/models/known-names.ts';
import { spanFeaturesOf } from '#shared/conversation/understand/models/span-features.ts';
import type { SpanTag } from '#shared/conversation/understand/models/tag-spans.ts';
import { spanTopicOf } from '#shared/conversation/understand/situation.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import type { LabelledText } from '../strangers/judge-reading.ts';
import { situationOf } from './load-texts.ts';
import type { TaggedText } from './train-spans.ts';

type Kind = 'P' | 'A' | 'H' | 'U';
type Mark = { kind: Kind; start: number; end: number };

const tagsOf = (
  tokens: readonly { start: number; end: number; kind: string }[],
  marks: readonly Mark[],
): SpanTag[] =>
  tokens.map((token, i) => {
    const mark = marks.find(({ start, end }) => token.start >= start && token.end <= end);
    if (!mark) return 'O';
    const last = tokens[i - 1];
    const isInside = last !== undefined && last.start >= mark.start && last.end <= mark.end;
    return isInside && mark.kind !== 'U' ? insides[mark.kind] : mark.kind;
  });
const insides = { P: 'p', A: 'a', H: 'h', U: 'U' } as const;

/** "Need {U:2} units for {P:Ramesh}": the text and what its marks cover. */
export const parseMarked = (line: string): { text: string; marks: Mark[] } => {
  const marks: Mark[] = [];
  let text = '';
  let rest = line.replaceAll(' / ', '\n');
  for (let m = rest.match(/\{([PAHU]):([^{}]*)\}/); m; m = rest.match(/\{([PAHU]):([^{}]*)\}/)) {
    text += rest.slice(0, m.index);
    marks.push({ kind: m[1] as Kind, start: text.length, end: text.length + (m[2] ?? '').length });
    text += m[2];
    rest = rest.slice((m.index ?? 0) + m[0].length);
  }
  return { text: text + rest, marks };
};

export const loadMarked = (
  files: readonly string[],
  gazetteer: Gazetteer,
  isKnown: IsKnownName,
): TaggedText[] =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const { text, marks } = parseMarked(line);
        const { tokens, features } = spanFeaturesOf(text, gazetteer, undefined, isKnown);
        return { features, tags: tagsOf(tokens, marks) };
      }),
  );

/** Where a labelled value stands in its text; undefined when it is not there in these words. */
const findValue = (text: string, value: string): { start: number; end: number } | undefined => {
  const at = text.toLowerCase().indexOf(value.toLowerCase());
  return at < 0 ? undefined : { start: at, end: at + value.length };
};

const findUnits = (text: string, units: number): { start: number; end: number } | undefined => {
  const tokens = tokenize(text);
  const found = tokens.filter(
    (token, i) =>
      parseSmallNumber(token) === units && !(token.glued && tokens[i - 1]?.kind === 'number'),
  );
  const beforeUnit = found.find((token) =>
    /^\s*(more |aur |और )?(x\s*)?(u\b|unit|yunit|यूनिट|युनिट|bott|botal|botl|बोतल|pack|pkt|paiket|donor|डोनर|bag|jumbo|sdp|rdp|ffp|prbc)/i.test(
      text.slice(token.end),
    ),
  );
  return beforeUnit ?? found.at(-1);
};

/** The tags that a label implies; undefined when one of its values cannot be found in the text. */
export const tagLabelled = (
  label: LabelledText,
  gazetteer: Gazetteer,
  isKnown: IsKnownName,
): TaggedText | undefined => {
  const [act, ...others] = label.acts.filter(
    ({ act }) => act !== 'thanks' && act !== 'greeting' && act !== 'ask',
  );
  if (others.length > 0) return undefined;
  const isTold = act?.act === 'request' || act?.act === 'correct';
  const marks: Mark[] = [];
  if (isTold) {
    for (const [kind, name] of [
      ['P', 'patient'],
      ['A', 'attendant'],
      ['H', 'place'],
    ] as const) {
      const value = act?.[name];
      if (typeof value !== 'string') continue;
      const wanted = kind === 'H' ? (value.split(',')[0] ?? value).trim() : value;
      const at = findValue(label.text, wanted);
      if (!at) return undefined;
      if (
        kind === 'H' &&
        gazetteer.find(wanted).town &&
        !gazetteer.find(wanted).hospital &&
        wanted.split(/\s+/).length === 1
      )
        continue;
      marks.push({ kind, ...at });
    }
    if (typeof act?.['units'] === 'number') {
      const at = findUnits(label.text, act['units']);
      if (!at) return undefined;
      marks.push({ kind: 'U', start: at.start, end: at.end });
    }
  }
  const topic = spanTopicOf(situationOf(label, gazetteer));
  const { tokens, features } = spanFeaturesOf(label.text, gazetteer, topic, isKnown);
  return { features, tags: tagsOf(tokens, marks) };
};
