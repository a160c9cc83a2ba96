import * as z from 'zod';
import { tokenize } from '#shared/conversation/text/normalize.ts';
import { listWords } from '#shared/conversation/words/lists/list-words.ts';
import type { ParsedLine, TableRecord } from './table-lines.ts';

/** Formatting characters that a number, a date or a word does not need; names keep their joiners. */
const invisible = /\p{Cf}|\p{Cc}/gu;

/** A cell as an operator can see it in a reason. */
const visible = (raw: string): string => raw.replace(invisible, ' ').trim().slice(0, 60);

/** A cell parsed into our own terms, or refused with a reason that repeats what was written. */
export const cell = <T>(parse: (raw: string) => T | undefined, reason: (raw: string) => string) =>
  z.string().transform((raw, context): T => {
    const value = parse(raw);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: reason(visible(raw)) });
    return z.NEVER;
  });

/** True for an empty cell, a dash, NIL, NA and their like. */
export const saysNoValue = (raw: string): boolean => {
  const tokens = tokenize(raw).filter(({ kind }) => kind !== 'mark');
  if (tokens.length === 0) return /^[\s\p{P}\p{Cf}]*$/u.test(raw);
  return listWords.noValue.at(tokens, 0) === tokens.length;
};

/** An empty cell, NIL, NA or a dash, or a column that the file lacks, has no value. */
export const optionalCell = <T>(schema: z.ZodType<T>) =>
  z
    .preprocess(
      (raw) => (typeof raw === 'string' && saysNoValue(raw) ? undefined : raw),
      schema.optional(),
    )
    .optional();

export const parseRow = <T>(schema: z.ZodType<T>, { line, cells }: TableRecord): ParsedLine<T> => {
  const parsed = schema.safeParse(cells);
  if (parsed.success) return { line, row: parsed.data };
  return { line, reason: parsed.error.issues.map((issue) => issue.message).join('; ') };
};
