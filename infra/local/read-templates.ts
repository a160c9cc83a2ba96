import { existsSync, readFileSync } from 'node:fs';
import { EnvironmentError } from '#functions/http/lambda-environment.ts';
import {
  type RegisteredTemplate,
  registeredTemplatesSchema,
} from '#shared/messages/templates/registered-templates.ts';

/** The file of registered templates, written by `npm run hotline -- templates --ids`. */
export const templatesFile = 'hotline.templates.json';

/** Throws EnvironmentError when the file is none of ours. */
export const readTemplates = (file = templatesFile): RegisteredTemplate[] => {
  if (!existsSync(file)) return [];
  try {
    return registeredTemplatesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new EnvironmentError(
      `${file} must be what \`npm run hotline -- templates --ids FILE.csv\` writes`,
    );
  }
};
