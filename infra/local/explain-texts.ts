import { createInterface } from 'node:readline';
import * as z from 'zod';
import { nextQuestionAfter } from '#shared/conversation/understand/acts/next-question.ts';
import { renderActs } from '#shared/conversation/understand/acts/render-act.ts';
import {
  type AskedTopic,
  askedTopics,
  type ReadingContext,
  type Situation,
  senderRoles,
} from '#shared/conversation/understand/situation.ts';
import { understand } from '#shared/conversation/understand/understand.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { zoneIdSchema } from '#shared/places/place.ts';
import { bloodGroupSchema } from '#shared/terms/blood-group.ts';
import { epochMs } from '#shared/terms/time.ts';
import type { LoneCommand } from './commands/command.ts';

/** A line of input (docs/contract.md). What does not fit is left out: a text is read whatever stands beside it. */
const lineSchema = z.object({
  text: z.string(),
  as: z.enum(senderRoles).catch('anyone'),
  at: z.coerce.date().optional().catch(undefined),
  open: z.record(z.string(), z.unknown()).catch({}),
});
type Line = z.infer<typeof lineSchema>;

const requestSchema = z.object({
  group: z.preprocess((value) => (value === 'Bombay' ? 'Oh' : value), bloodGroupSchema).catch('B+'),
  units: z.coerce.number().int().catch(1),
  place: z.string().catch(''),
  patient: z.string().catch(''),
});

/** Other names by which a question may be called. */
const askedNames: Record<string, AskedTopic> = {
  bloodgroup: 'group',
  howmany: 'units',
  time: 'neededBy',
  when: 'neededBy',
  date: 'neededBy',
  day: 'neededBy',
  town: 'place',
  city: 'place',
  pin: 'place',
  name: 'patient',
  patientname: 'patient',
  contact: 'attendant',
  phone: 'attendant',
  attendantname: 'attendant',
  confirm: 'summary',
  confirmation: 'summary',
};
const toAskedTopic = (named: unknown): AskedTopic | undefined => {
  const name = String(named)
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
  return askedTopics.find((topic) => topic.toLowerCase() === name) ?? askedNames[name];
};

/** What is open with a phone, as a line of input says it. */
export const toSituation = (
  { as, open }: Pick<Line, 'as' | 'open'>,
  gazetteer: Gazetteer,
): Situation => {
  const asked = toAskedTopic(open['asked']);
  const request = requestSchema.safeParse(open['request']);
  const known = gazetteer.find(request.data?.place ?? '');
  const place = known.town?.value ?? known.hospital?.value.place ?? anyPlace;
  return {
    as,
    ...(request.success && {
      request: {
        ...request.data,
        hospital: known.hospital?.value.hospital.name ?? request.data.place,
        place,
      },
    }),
    ...(open['alert'] ? { alert: true } : {}),
    ...(open['pledge'] ? { pledge: true } : {}),
    ...(open['verification'] ? { verification: true } : {}),
    ...(asked && { asked }),
  };
};
/** Where a request stands whose place is not known: only its name counts for reading. */
const anyPlace = { lat: 0, lon: 0, zone: zoneIdSchema.parse('unknown'), name: '' };

/** The answer to one line. A line that is no text is unclear, and says why. */
export const answerLine = (raw: string, gazetteer: Gazetteer): string => {
  const line = lineSchema.safeParse(parseJson(raw));
  if (!line.success)
    return JSON.stringify({ acts: [{ act: 'unclear' }], fault: 'not a JSON object with a text' });
  const { text, at = new Date() } = line.data;
  const situation = toSituation(line.data, gazetteer);
  const context: ReadingContext = { gazetteer, now: epochMs(Math.max(0, at.getTime())) };
  const acts = understand(text, situation, context);
  const { asks, readsBack } = nextQuestionAfter(acts, situation);
  return JSON.stringify({
    acts: acts.flatMap((act) => renderActs(act, { text, ...context })),
    ...(asks && { asks }),
    ...(readsBack && { readsBack }),
  });
};

const parseJson = (raw: string): unknown => {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
};

/** `understand`: why a text was read so, for the operator and for tests from outside. */
export const explainTexts: LoneCommand = {
  summary: 'how texts are read: JSON lines in, JSON lines out',
  args: [],
  details: `Reads lines {"text":"…","as":"family|donor|verifier|anyone","at":"ISO time","open":{…}} from standard input and
prints what each text is taken to say. It needs no database and changes nothing. docs/contract.md has the form.`,
  runAlone: async ({ terminal, env }) => {
    const gazetteer = createGazetteer(env.config);
    for await (const line of createInterface({ input: process.stdin }))
      if (line.trim() !== '') terminal.out(answerLine(line, gazetteer));
    return 0;
  },
};
