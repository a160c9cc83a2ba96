import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { type HotlineConfig, hotlineConfigSchema } from '#functions/hotline-config.ts';

/** The checked contents of HOTLINE_CONFIG, or one line that says what is wrong and where. */
export const readHotlineConfig = (path: string): { config: HotlineConfig } | { fault: string } => {
  const withFault = (what: string) => ({ fault: `HOTLINE_CONFIG ${path}: ${what}` });
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return withFault(`cannot be read (${codeOf(error)})`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return withFault(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = hotlineConfigSchema.safeParse(json);
  return parsed.success ? { config: parsed.data } : withFault(firstOf(parsed.error));
};

const firstOf = ({ issues }: z.ZodError): string => {
  const [first] = issues;
  const path = (first?.path ?? []).map(stepOf).join('').replace(/^\./, '');
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${path || 'the file'}: ${first?.message}${more}`;
};

const stepOf = (step: PropertyKey): string =>
  typeof step === 'number' ? `[${step}]` : `.${String(step)}`;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);
