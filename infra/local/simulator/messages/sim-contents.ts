import * as z from 'zod';
import { newSid } from '../new-sid.ts';

const actionSchema = z.object({ title: z.string().max(20), id: z.string().max(200) });
/** What POST /v1/Content takes, of the two types that the hotline uses (docs/facts.md#carriers). */
export const contentSchema = z.object({
  friendly_name: z.string().min(1),
  language: z.string().min(2),
  variables: z.record(z.string(), z.string()),
  types: z.union([
    z.object({
      'twilio/quick-reply': z.object({
        body: z.string().max(1024),
        actions: z.array(actionSchema).min(1).max(10),
      }),
    }),
    z.object({ 'twilio/text': z.object({ body: z.string().max(1600) }) }),
  ]),
});
export type SimContent = z.output<typeof contentSchema> & {
  sid: string;
  /** Meta's answer; undefined until approval is asked for. */
  approval?: { status: 'approved' | 'rejected'; category: string };
};
export type Button = z.output<typeof actionSchema>;

const variable = /\{\{(\d+)\}\}/g;

export const bodyOf = ({ types }: SimContent): string =>
  'twilio/text' in types ? types['twilio/text'].body : types['twilio/quick-reply'].body;
const actionsOf = ({ types }: SimContent): readonly Button[] =>
  'twilio/quick-reply' in types ? types['twilio/quick-reply'].actions : [];

/** Meta's rules that Twilio names: no variable at an end or beside another, a sample for each. */
const isApprovable = (content: SimContent): boolean => {
  const body = bodyOf(content).trim();
  const numbers = [...body.matchAll(variable)].map(([, number = '']) => number);
  return (
    !/^\{\{|\}\}$|\}\}\s*\{\{/.test(body) &&
    numbers.every((number) => (content.variables[number] ?? '') !== '')
  );
};

/** Content templates of the account. */
export class SimContents {
  readonly #contents = new Map<string, SimContent>();

  create(content: z.output<typeof contentSchema>): SimContent {
    const created = { ...content, sid: newSid('HX') };
    this.#contents.set(created.sid, created);
    return created;
  }

  /** Meta decides at once. */
  requestApproval(sid: string, category: string): SimContent | undefined {
    const content = this.#contents.get(sid);
    if (!content) return undefined;
    const status = isApprovable(content) ? 'approved' : 'rejected';
    const decided: SimContent = { ...content, approval: { status, category } };
    this.#contents.set(sid, decided);
    return decided;
  }

  /** Meta withdraws its approval. */
  reject(sid: string): void {
    const content = this.#contents.get(sid);
    if (content?.approval)
      this.#contents.set(sid, {
        ...content,
        approval: { ...content.approval, status: 'rejected' },
      });
  }

  get(sid: string): SimContent | undefined {
    return this.#contents.get(sid);
  }

  all(): SimContent[] {
    return [...this.#contents.values()];
  }
}

/** The message that a template makes with these values; undefined when a value is missing, or Meta does not take it. */
export const fillContent = (
  content: SimContent,
  values: Readonly<Record<string, string>>,
): { body: string; buttons: Button[] } | undefined => {
  const used = [...JSON.stringify(content.types).matchAll(variable)].map(([, n = '']) => n);
  const isTaken = (value: string | undefined): boolean =>
    value !== undefined && value !== '' && !/[\n\t]| {5}/.test(value);
  if (!used.every((number) => isTaken(values[number]))) return undefined;
  const fill = (text: string): string => text.replace(variable, (_, n: string) => values[n] ?? '');
  return {
    body: fill(bodyOf(content)),
    buttons: actionsOf(content).map(({ title, id }) => ({ title: fill(title), id: fill(id) })),
  };
};
