import { countItems } from '../backup/backup-manifest.ts';
import { makeBackup } from '../backup/make-backup.ts';
import { markMessagesUncertain } from '../backup/restore-backup.ts';
import { connectOrStart } from '../database/embedded-database.ts';
import type { LoneCommand } from './command.ts';
import { requireEmbedded } from './command-environment.ts';

/** `backup DIR`: copies the whole database of this machine, while the hotline runs or not. */
export const backUp: LoneCommand = {
  summary: 'a whole copy of this machine’s database in a dated folder in DIR; the hotline goes on',
  args: ['DIR'],
  details: `The database is paused for the milliseconds in which its files are copied; every text is still answered. Each
backup is a new folder, DIR/hotline-DATE, that is whole or not there; nothing is overwritten or deleted. It has whole
names and numbers, so only you can read it. Keep DIR on another disk.`,
  async runAlone({ args: [into = ''], terminal, env }) {
    requireEmbedded(env);
    const database = await connectOrStart(env.dataDir, {
      notice: terminal.note,
      markUncertain: markMessagesUncertain(env),
    });
    try {
      const { dir, manifest, pausedMs } = await makeBackup(env.dataDir, {
        into,
        table: env.tableName,
      });
      terminal.out(
        `${dir}: ${countItems(manifest)} items, ${Math.ceil(manifest.bytes / 1024)} KB; the database was paused for ${Math.ceil(pausedMs)} ms`,
      );
      return 0;
    } finally {
      await database.stop();
    }
  },
};
