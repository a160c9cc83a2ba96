import { readFileSync, writeFileSync } from 'node:fs';
import { patternOf, type Template } from '#shared/messages/templates/template.ts';
import { templatesFile } from '../../read-templates.ts';
import { CommandError, type Terminal } from '../command.ts';

/** The id of each template by its name, from two columns of the portal's list. */
const readIds = (file: string): Map<string, string> => {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  const rows = lines.map((line) =>
    line.split(',').map((cell) => cell.trim().replace(/^"|"$/g, '')),
  );
  const header = rows[0] ?? [];
  const [name, id] = ['template_name', 'template_id'].map((column) => header.indexOf(column));
  if (name === undefined || id === undefined || name < 0 || id < 0)
    throw new CommandError(`${file} needs the columns template_name and template_id`);
  return new Map(
    rows.slice(1).flatMap((row): [string, string][] => {
      const [key, value] = [row[name], row[id]];
      return key && value ? [[key, value]] : [];
    }),
  );
};

/** Writes the file of registered templates. Returns how many templates have no id yet. */
export const registerTemplates = (
  templates: readonly Template[],
  file: string,
  terminal: Terminal,
): number => {
  const ids = readIds(file);
  const known = new Set(templates.map(({ name }) => name));
  const wrong = [...ids].filter(([name, id]) => !known.has(name) || !/^\d{6,30}$/.test(id));
  for (const [name, id] of wrong) terminal.note(`${name}: ${id} is no id of a template of ours`);
  const registered = templates.flatMap((template) => {
    const id = ids.get(template.name);
    return id !== undefined && /^\d{6,30}$/.test(id)
      ? [{ template: template.name, pattern: patternOf(template).source, id }]
      : [];
  });
  writeFileSync(templatesFile, `${JSON.stringify(registered, null, 1)}\n`);
  const missing = templates.filter(({ name }) => !ids.has(name)).map(({ name }) => name);
  terminal.note(`${registered.length} templates with their ids written to ${templatesFile}`);
  if (missing.length > 0)
    terminal.note(
      `${missing.length} have none, and their texts will be refused: ${missing.slice(0, 5).join(', ')} …`,
    );
  return missing.length;
};
