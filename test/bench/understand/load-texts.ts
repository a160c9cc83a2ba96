import { readFileSync } from 'node:fs';
import { toSituation } from '#infra/local/explain-texts.ts';
import {
  type ReadingContext,
  type Situation,
  senderRoles,
} from '#shared/conversation/understand/situation.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { epochMs } from '#shared/terms/time.ts';
import type { LabelledText } from '../strangers/judge-reading.ts';

/** The texts of these files, one JSON object a line. */
export const loadTexts = (files: readonly string[]): LabelledText[] =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): LabelledText => JSON.parse(line)),
  );

const openOf = (topic: string): { as: string; open: Record<string, unknown> } => {
  const [name = '', field] = topic.split('-');
  if (name === 'asked') return { as: 'family', open: { asked: field } };
  if (name === 'summary') return { as: 'family', open: { asked: 'summary' } };
  if (name === 'request')
    return {
      as: 'family',
      open: { request: { group: 'B+', units: 2, place: 'SRN hospital, Prayagraj' } },
    };
  if (name === 'alert' || name === 'pledge') return { as: 'donor', open: { [name]: true } };
  if (name === 'verification') return { as: 'verifier', open: { verification: true } };
  return { as: name === 'donor' ? 'donor' : 'anyone', open: {} };
};

const actsOf = (list: string) =>
  list.split('+').map((name) => {
    const [act = '', about] = name.split(':');
    return about === undefined ? { act } : { act, about };
  });

/** The texts of files in the compact form SITUATION|ACTS|text, without details. */
export const loadCompactTexts = (files: readonly string[]): LabelledText[] =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line): LabelledText[] => {
        const [topic = '', acts = '', ...text] = line.split('|');
        if (text.length === 0) return [];
        const [wanted = '', ...others] = acts.trim().split('/');
        return [
          {
            text: text.join('|').trim(),
            ...openOf(topic.trim()),
            acts: actsOf(wanted),
            ...(others.length > 0 && { also: others.map(actsOf) }),
          },
        ];
      }),
  );

export const situationOf = (label: LabelledText, gazetteer: Gazetteer): Situation =>
  toSituation(
    { as: senderRoles.find((role) => role === label.as) ?? 'anyone', open: label.open ?? {} },
    gazetteer,
  );

export const contextOf = (label: LabelledText, gazetteer: Gazetteer): ReadingContext => ({
  gazetteer,
  now: epochMs(label.at ? new Date(label.at).getTime() : Date.now()),
});
