import * as z from 'zod';
import { isParamName, sampleValues } from '#shared/messages/templates/sample-values.ts';
import type { SpokenLanguage } from '#shared/terms/language.ts';
import { fromCalendar } from '#shared/terms/time.ts';
import {
  type Prompt,
  promptKeys,
  promptShape,
  type SpeakContext,
} from '#shared/voice/prompt-keys.ts';
import { promptFileId } from '#shared/voice/prompt-parts.ts';
import { speakInParts } from '#shared/voice/speak.ts';

/* The words of calls that never vary, and so may be recorded by a person. */

const both = [true, false];
/** Values that choose between wordings of prompts; messages have theirs in sample-values.ts. */
const spokenValues: Record<string, readonly unknown[]> = {
  donor: [...both, 'Qz', ''],
  volunteer: both,
  more: both,
  byCall: both,
  hidden: both,
  onDuty: both,
  unplaced: both,
  name: ['Qz', ''],
  to: ['family', 'donor', 'volunteer', 'caller'],
  hospitals: [['Qz', 'Qy', 'Qx']],
  donors: [['Qz', 'Qy'], 2, 0],
  abo: ['A'],
  pin: ['211001'],
  place: ['Qz', ''],
  district: ['Qz', 'Qw'],
};

const valuesOf = (name: string, schema: z.ZodType): unknown[] => {
  const all = spokenValues[name] ?? (isParamName(name) ? sampleValues[name] : []);
  return all.filter((value) => schema.safeParse(value).success);
};

/** Every combination of the values, as many as a prompt can need. */
const combinations = (fields: [string, unknown[]][]): Record<string, unknown>[] =>
  fields.reduce<Record<string, unknown>[]>(
    (made, [name, values]) =>
      made.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))).slice(0, 400),
    [{}],
  );

const anyPrompt = z.custom<Prompt>((value) => typeof value === 'object');

type Recordable = { id: string; words: string; keys: string[] };

export const listRecordable = (
  language: SpokenLanguage,
  group: Pick<SpeakContext, 'groupName' | 'groupNameInHindi'>,
): Recordable[] => {
  const context = { ...group, now: fromCalendar({ year: 2026, month: 3, day: 14, hour: 9 }) };
  const found = new Map<string, Recordable>();
  for (const key of promptKeys) {
    const fields = Object.entries(promptShape(key)).map(([name, schema]): [string, unknown[]] => [
      name,
      valuesOf(name, schema),
    ]);
    for (const params of combinations(fields))
      for (const { words, varies } of speakInParts(
        anyPrompt.parse({ key, params }),
        language,
        context,
      )) {
        if (varies) continue;
        const id = promptFileId(words);
        const known = found.get(id) ?? { id, words, keys: [] };
        found.set(id, { ...known, keys: [...new Set([...known.keys, key])] });
      }
  }
  return [...found.values()];
};
