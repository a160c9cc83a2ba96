import type * as z from 'zod';
import { InvalidItem } from '../ports/invalid-item.ts';

/** zod compiles a parser of its own for each object at its first use, which takes longer than so many parses without it. */
const parsesUncompiled = 50;
const parses = new WeakMap<z.ZodType, number>();
const isParsedOften = (schema: z.ZodType): boolean => {
  const before = parses.get(schema) ?? 0;
  parses.set(schema, before + 1);
  return before >= parsesUncompiled;
};

/** The value as its schema has it; throws InvalidItem with `key`, which must be masked for the log. */
export const parseStored = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  key: string,
): z.output<T> => {
  const parsed = schema.safeParse(value, { jitless: !isParsedOften(schema) });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'itself');
  throw new InvalidItem(key, [...new Set(fields)].join(', '));
};
