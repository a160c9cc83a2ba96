import { readFileSync, writeFileSync } from 'node:fs';
import { contentId, dltId } from '#shared/messages/templates/registered-templates.ts';
import { patternOf, type Template } from '#shared/messages/templates/template.ts';
import { contentsFile, templatesFile } from '../../read-templates.ts';
import { CommandError, type Terminal } from '../command.ts';

/** Where approved templates are noted, what an id there looks like, and what happens to a text without one. */
export const registries = {
  dlt: { file: templatesFile, id: dltId, without: 'their texts will be refused' },
  whatsapp: { file: contentsFile, id: contentId, without: 'outside the window they leave as SMS' },
} as const;

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
  templates: readonly Pick<Template, 'name' | 'parts'>[],
  file: string,
  registry: (typeof registries)[keyof typeof registries],
  terminal: Terminal,
): number => {
  const ids = readIds(file);
  const known = new Set(templates.map(({ name }) => name));
  const wrong = [...ids].filter(([name, id]) => !known.has(name) || !registry.id.test(id));
  for (const [name, id] of wrong) terminal.note(`${name}: ${id} is no id of a template of ours`);
  const registered = templates.flatMap((template) => {
    const id = ids.get(template.name);
    return id !== undefined && registry.id.test(id)
      ? [{ template: template.name, pattern: patternOf(template).source, id }]
      : [];
  });
  writeFileSync(registry.file, `${JSON.stringify(registered, null, 1)}\n`);
  const noted = new Set(registered.map(({ template }) => template));
  const missing = templates.map(({ name }) => name).filter((name) => !noted.has(name));
  terminal.note(`${registered.length} templates with their ids written to ${registry.file}`);
  if (missing.length > 0)
    terminal.note(
      `${missing.length} have none, and ${registry.without}: ${missing.slice(0, 5).join(', ')} …`,
    );
  return missing.length;
};
