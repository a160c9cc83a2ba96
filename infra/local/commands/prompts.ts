import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { spokenLanguages } from '#shared/terms/language.ts';
import { listRecordable } from '../recordable-prompts.ts';
import type { LoneCommand } from './command.ts';

/** `prompts`: what a person may record in place of the voice. */
export const listPrompts: LoneCommand = {
  summary: 'the words of calls that a person may record in place of the voice, as CSV',
  args: [],
  options: { folder: 'where the recordings are; `prompts` by default' },
  details: `Each row has the language, the name of its file, whether the folder has it, the prompts that say it, and the
words. Put a sound in FOLDER/LANGUAGE/NAME.mp3 and its name into recordedPrompts of hotline.config.json: the last line
of the notes has that field for all files found. A hotline on this machine serves the folder \`prompts\`; on AWS give
an address in recordedPrompts.url. What varies (names, numbers, times) is always spoken by the voice.`,
  runAlone: async ({ terminal, options, env }) => {
    const folder = options['folder'] ?? 'prompts';
    const found: Record<string, string[]> = {};
    terminal.out('language,file,recorded,prompts,words');
    for (const language of spokenLanguages)
      for (const { id, words, keys } of listRecordable(language, env.config)) {
        const isThere = existsSync(join(folder, language, `${id}.mp3`));
        if (isThere) found[language] = [...(found[language] ?? []), id];
        const quoted = `"${words.replaceAll('"', '""')}"`;
        terminal.out([language, id, isThere ? 'yes' : 'no', keys.join(' '), quoted].join(','));
      }
    terminal.note(`"recordedPrompts": ${JSON.stringify(found)}`);
    return 0;
  },
};
