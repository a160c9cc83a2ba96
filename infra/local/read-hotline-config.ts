import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { type HotlineConfig, hotlineConfigSchema } from '#functions/hotline-config.ts';

/** The checked contents of HOTLINE_CONFIG, or one line that says what is wrong and where. */
export const readHotlineConfig = (path: string): Read => {
  const file = readJson(path);
  return 'fault' in file
    ? { fault: `HOTLINE_CONFIG ${file.fault}` }
    : parse(file.json, `HOTLINE_CONFIG ${path}`);
};

/** The checked configuration of a group: `hotline.config.json` with what `groups/NAME.json` says in its place. */
export const readGroupConfig = (group: string, folder = '.'): Read => {
  const joined = joinGroupConfig(group, folder);
  return 'fault' in joined ? joined : parse(joined.json, `GROUP ${folder}/groups/${group}.json`);
};

/** The same as JSON, not checked yet. */
const joinGroupConfig = (group: string, folder = '.'): { json: unknown } | { fault: string } => {
  const own = readJson(`${folder}/groups/${group}.json`);
  const common = readJson(`${folder}/hotline.config.json`);
  if ('fault' in own) return { fault: `GROUP ${own.fault}` };
  if ('fault' in common) return { fault: `HOTLINE_CONFIG ${common.fault}` };
  return { json: { ...asObject(common.json), ...asObject(own.json) } };
};

type Read = { config: HotlineConfig } | { fault: string };

const asObject = (json: unknown): object => (typeof json === 'object' && json !== null ? json : {});

const readJson = (path: string): { json: unknown } | { fault: string } => {
  const withFault = (what: string) => ({ fault: `${path}: ${what}` });
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return withFault(`cannot be read (${codeOf(error)})`);
  }
  try {
    return { json: JSON.parse(text) };
  } catch (error) {
    return withFault(`is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const parse = (json: unknown, named: string): Read => {
  const parsed = hotlineConfigSchema.safeParse(json);
  return parsed.success ? { config: parsed.data } : { fault: `${named}: ${firstOf(parsed.error)}` };
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
