import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinGroupConfig, readGroupConfig } from '#infra/local/read-hotline-config.ts';

/** `-c group=NAME` that is no group, or whose file is wrong: one line that says so. */
export const faultOfGroup = (group: string, folder = '.'): string | undefined => {
  if (!/^[a-z][a-z0-9-]*$/.test(group)) return 'must be the name of a file in groups/';
  const read = readGroupConfig(group, folder);
  return 'fault' in read ? read.fault : undefined;
};

/**
 * Writes what the functions of a group carry in place of hotline.config.json and of the lists of registered templates,
 * and returns the aliases of these imports. A group has registrations of its own: without `groups/NAME.templates.json`
 * and `groups/NAME.whatsapp.json` it has none, never those of another group.
 */
export const writeGroupSettings = (
  group: string,
  into: string,
  root: string,
): Record<string, string> => {
  const joined = joinGroupConfig(group, root);
  if ('fault' in joined) throw new Error(joined.fault);
  const config = join(into, 'config.json');
  writeFileSync(config, JSON.stringify(joined.json));
  const none = join(into, 'none.json');
  writeFileSync(none, '[]');
  const listOf = (name: string): string => {
    const file = join(root, 'groups', `${group}.${name}.json`);
    return existsSync(file) ? file : none;
  };
  return {
    '#settings/config.json': config,
    '#settings/templates.json': listOf('templates'),
    '#settings/whatsapp.json': listOf('whatsapp'),
  };
};
