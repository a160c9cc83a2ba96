import { existsSync, readFileSync } from 'node:fs';
import { EnvironmentError } from '#functions/http/lambda-environment.ts';
import {
  type RegisteredTemplate,
  registeredContentsSchema,
  registeredTemplatesSchema,
} from '#shared/messages/templates/registered-templates.ts';

/** The file of registered templates, written by `npm run hotline -- templates --ids`. */
export const templatesFile = 'hotline.templates.json';
/** The file of content templates for WhatsApp, written by `npm run hotline -- templates --whatsapp --ids`. */
export const contentsFile = 'hotline.whatsapp.json';

type Schema = typeof registeredTemplatesSchema;

/** Throws EnvironmentError when the file is not ours. */
const readRegistered = (file: string, schema: Schema, options: string): RegisteredTemplate[] => {
  if (!existsSync(file)) return [];
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new EnvironmentError(
      `${file} must be what \`npm run hotline -- templates ${options}--ids FILE.csv\` writes`,
    );
  }
};

export const readTemplates = (file = templatesFile): RegisteredTemplate[] =>
  readRegistered(file, registeredTemplatesSchema, '');

export const readContents = (file = contentsFile): RegisteredTemplate[] =>
  readRegistered(file, registeredContentsSchema, '--whatsapp ');
