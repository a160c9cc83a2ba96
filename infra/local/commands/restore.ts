import { epochMs } from '#shared/terms/time.ts';
import { type BackupManifest, countItems, readManifest } from '../backup/backup-manifest.ts';
import { findBackups } from '../backup/find-backups.ts';
import { markMessagesUncertain, restoreBackup } from '../backup/restore-backup.ts';
import { CommandError, type LoneCommand } from './command.ts';
import { requireEmbedded } from './command-environment.ts';
import { renderMoment } from './request.ts';

/** `restore DIR`: a backup takes the place of this machine's database. */
export const restore: LoneCommand = {
  summary: 'puts a backup in the place of this machine’s database, while the hotline is stopped',
  args: ['DIR'],
  details: `DIR is one backup: the folder hotline-DATE that "backup" has named. A backup that is not whole is refused,
and so is a DATA_DIR that a hotline uses. The database that was there stays in DATA_DIR, in a folder before-restore-DATE.
Messages that waited when the backup was made may have left since: the carrier is asked before they are sent.`,
  async runAlone({ args: [from = ''], terminal, env }) {
    requireEmbedded(env);
    insistOnOne(from);
    const { manifest, aside, uncertain } = await restoreBackup(env.dataDir, {
      from,
      table: env.tableName,
      markUncertain: markMessagesUncertain(env),
    });
    terminal.out(`restored: ${countItems(manifest)} items as they were on ${renderTime(manifest)}`);
    terminal.out(
      'What came in after that is not in it: requests, answers, people. Whoever has texted FORGET since is in it again: have them text it once more.',
    );
    if (uncertain > 0)
      terminal.out(
        `${uncertain} messages that waited then may have left since: the carrier is asked about each before it is sent.`,
      );
    if (aside) terminal.out(`The database before lies in ${aside}`);
    return 0;
  },
};

/** The folder of all backups is none: nobody should guess which one was meant. */
const insistOnOne = (dir: string): void => {
  if (readManifest(dir)) return;
  const backups = findBackups(dir);
  const last = backups.at(-1);
  if (last !== undefined)
    throw new CommandError(`which backup in ${dir}? The last of ${backups.length} is ${last}`);
};

const renderTime = ({ madeAt, hotlineTime }: BackupManifest): string => {
  const [real, hotline] = [madeAt, hotlineTime].map((at) => renderMoment(epochMs(Date.parse(at))));
  return real === hotline ? `${real}` : `${real} (hotline time ${hotline})`;
};
