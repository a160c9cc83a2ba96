import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GroupSettings } from '#functions/group-settings.ts';
import { readGroupConfig, readHotlineConfig } from '#infra/local/read-hotline-config.ts';
import {
  contentsFile,
  readContents,
  readTemplates,
  templatesFile,
} from '#infra/local/read-templates.ts';

/** `-c group=NAME` that is no group, or whose file is wrong: one line that says so. */
export const faultOfGroup = (group: string, folder = '.'): string | undefined => {
  if (!/^[a-z][a-z0-9-]*$/.test(group)) return 'must be the name of a file in groups/';
  const read = readGroupConfig(group, folder);
  return 'fault' in read ? read.fault : undefined;
};

/**
 * Writes what a bundle carries in place of `functions/group-settings.ts`, and returns the alias of this import: the settings
 * of the group, checked now, so that no cold start needs their schemas. Throws with one line when one is wrong. A group has
 * registrations of its own: without `groups/NAME.templates.json` and `groups/NAME.whatsapp.json` it has none, never those
 * of another group.
 */
export const writeGroupSettings = (
  group: string | undefined,
  into: string,
  root: string,
): Record<string, string> => {
  const read =
    group === undefined ? readHotlineConfig(configIn(root)) : readGroupConfig(group, root);
  if ('fault' in read) throw new Error(read.fault);
  const listOf = (usual: string, kind: string): string =>
    join(root, group === undefined ? usual : `groups/${group}.${kind}.json`);
  const settings: GroupSettings = {
    config: read.config,
    templates: readTemplates(listOf(templatesFile, 'templates')),
    contents: readContents(listOf(contentsFile, 'whatsapp')),
  };
  const file = join(into, 'group-settings.js');
  const text = JSON.stringify(JSON.stringify(settings));
  writeFileSync(file, `export const readGroupSettings = () => JSON.parse(${text});`);
  return { '#functions/group-settings.ts': file };
};

const configIn = (root: string): string => join(root, 'hotline.config.json');
