import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Stage } from './deployment.ts';

const choicesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * The options of a stage in `deploy.STAGE.json`, kept with the code: a shell's history forgets them, and a deployment
 * without `customerKey` takes the key off the table. What is given with `-c` comes first.
 */
export const readChoices = (stage: Stage, folder = '.'): Record<string, unknown> => {
  const file = `${folder}/deploy.${stage}.json`;
  if (!existsSync(file)) return {};
  const parsed = choicesSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} must be a JSON object of options`);
};
