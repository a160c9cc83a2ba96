import { epochMs } from '#shared/terms/time.ts';
import { type BackupManifest, countItems, readManifest } from '../backup/backup-manifest.ts';
import { findBackups } from '../backup/find-backups.ts';
import { markMessagesUncertain, restoreBackup } from '../backup/restore-backup.ts';
import { CommandError, type LoneCommand } from './command.ts';
import { requireEmbedded } from './command-environment.ts';
import { renderMoment } from './request.ts';

/** `restore DIR`: replaces this machine's database by a backup. */
export const restore: LoneCommand = {
  summary: 'replaces this machine’s database by a backup, while the hotline is stopped',
  args: ['DIR'],
  details: `DIR is one backup: a folder hotline-DATE. A backup that is not whole is refused, and so is a DATA_DIR that a
hotline uses. The replaced database stays in DATA_DIR, in a folder before-restore-DATE. Messages that waited when the
backup was made may have left since: the carrier is asked before they are sent.`,
  async runAlone({ args: [from = ''], terminal, env }) {
    requireEmbedded(env);
    requireOneBackup(from);
    const { manifest, aside, uncertain } = await restoreBackup(env.dataDir, {
      from,
      table: env.tableName,
      markUncertain: markMessagesUncertain(env),
    });
    terminal.out(`restored: ${countItems(manifest)} items as they were on ${renderTime(manifest)}`);
    terminal.out(
      'What came in after that is missing: requests, answers, people. A person who has texted FORGET since is in it again: have them text it again.',
    );
    if (uncertain > 0)
      terminal.out(
        `${uncertain} messages that waited then may have left since: the carrier is asked about each before it is sent.`,
      );
    if (aside) terminal.out(`The replaced database is in ${aside}`);
    return 0;
  },
};

/** Refuses the folder of all backups, which does not say which one is meant. */
const requireOneBackup = (dir: string): void => {
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
