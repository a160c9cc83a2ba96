import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import type { Store } from '#functions/ports/store.ts';
import { makeBackup } from '#infra/local/backup/make-backup.ts';
import { pauseProcess } from '#infra/local/backup/pause-process.ts';
import { markMessagesUncertain, restoreBackup } from '#infra/local/backup/restore-backup.ts';
import { databaseFiles, findRunning } from '#infra/local/database/database-files.ts';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { startEmbeddedDatabase } from '#infra/local/database/embedded-database.ts';
import { readEnvironment } from '#infra/local/environment.ts';
import { createTable } from '#infra/table.ts';
import { epochMs } from '#shared/terms/time.ts';
import {
  aDonor,
  alertId,
  anOutboxRow,
  aPerson,
  at,
  phone,
  requestId,
} from '../../contract/samples.ts';
import { type ForeignCarrier, startForeignCarrier } from '../../world/servers/foreign-carrier.ts';
import { codeIn, donorHeader, says, volunteerHeader } from '../end-to-end/demo-people.ts';
import {
  configFile,
  createServerUnderTest,
  type ServerUnderTest,
  scratch,
  until,
} from '../end-to-end/server.ts';
import { isAlert } from '../end-to-end/texting-people.ts';

/* A backup while texts come in, and its restore: no answered text is missing, no donor is alerted twice. */

const far = epochMs(8_640_000_000_000_000);
const markUncertain = markMessagesUncertain(readEnvironment({}));

const onStore = async <T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> => {
  const running = findRunning(databaseFiles(dataDir));
  if (!running) throw new Error(`no database runs on ${dataDir}`);
  const client = createDynamoDbClient(`unix:${running.socket}`);
  await createTable(client, 'hotline');
  try {
    return await work(createDynamoDbStore(createDocumentClient(client), 'hotline'));
  } finally {
    client.destroy();
  }
};

/** The states of the messages that are not sent yet. */
const waitingStates = (dataDir: string): Promise<string[]> =>
  onStore(dataDir, async (store) => {
    const ids = await store.due('outbox', far, 10_000);
    const rows = await Promise.all(ids.map(({ id }) => store.outboxRow(String(id))));
    return rows.flatMap((row) => (row && row.state !== 'sent' ? [row.state] : []));
  });

/** Runs `work` on a database of its own on the folder. */
const served = async <T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> => {
  const database = await startEmbeddedDatabase(dataDir);
  try {
    return await onStore(dataDir, work);
  } finally {
    await database.stop();
  }
};

describe.skipIf(!isDynoxideInstalled())('a backup', () => {
  const files = scratch();
  const dir = (name: string): string => join(files.dir, name);
  const data = dir('data');
  const backup = (): string => {
    const [name = ''] = readdirSync(dir('backups'));
    return join(dir('backups'), name);
  };
  const restoreTo = (dataDir: string, from = backup(), table = 'hotline') =>
    restoreBackup(dataDir, { from, table, markUncertain });

  beforeAll(async () => {
    await served(data, async (store) => {
      for (let n = 0; n < 20; n++) await store.save([{ put: aPerson(n, { name: `Name ${n}` }) }]);
      const erased = await store.person(phone(7));
      if (erased) await store.save([{ remove: erased }]);
      writeFileSync(
        join(data, 'clock.json'),
        JSON.stringify({ hotline: Date.now() + 3_600_000, real: Date.now(), speed: 60 }),
      );
      await makeBackup(data, { into: dir('backups'), table: 'hotline' });
    });
  });
  afterAll(files.remove);

  test('is one private folder with a manifest of its contents', () => {
    expect(readdirSync(dir('backups'))).toHaveLength(1);
    expect(readdirSync(backup()).sort()).toEqual(['clock.json', 'hotline.db', 'manifest.json']);
    const modes = ['', ...readdirSync(backup())].map((name) => statSync(join(backup(), name)).mode);
    expect(modes.map((mode) => (mode & 0o777).toString(8))).toEqual(['700', '600', '600', '600']);
    const manifest = JSON.parse(readFileSync(join(backup(), 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ table: 'hotline', items: { person: 19 } });
    const ahead = Date.parse(manifest.hotlineTime) - Date.parse(manifest.madeAt);
    expect(Math.round(ahead / 60_000)).toBe(60);
  });

  test('has no erased person on any page', () => {
    const bytes = readFileSync(join(backup(), 'hotline.db'));
    expect(bytes.includes(phone(6))).toBe(true);
    expect(bytes.includes(phone(7))).toBe(false);
  });

  test('is restored on another machine together with its clock', async () => {
    const other = dir('other');
    expect(await restoreTo(other)).toMatchObject({ aside: undefined, uncertain: 0 });
    expect(await served(other, (store) => store.persons([5, 6, 7].map(phone)))).toHaveLength(2);
    const clock = JSON.parse(readFileSync(join(other, 'clock.json'), 'utf8'));
    expect(clock.hotline).toBeGreaterThan(Date.now() + 3_000_000);
  });

  test.each(['missing', 'open'])(
    'is restored into a folder that was %s and is private afterwards',
    async (before) => {
      const other = dir(`private-${before}`);
      if (before === 'open') {
        mkdirSync(other);
        chmodSync(other, 0o755);
        writeFileSync(join(other, 'hotline.db'), '');
      }
      const { aside } = await restoreTo(other);
      expect(aside === undefined).toBe(before === 'missing');
      const folders = [other, ...(aside ? [aside] : [])];
      const modes = [...folders, join(other, 'hotline.db')].map((path) => statSync(path).mode);
      expect(modes.map((mode) => (mode & 0o777).toString(8))).toEqual([
        ...folders.map(() => '700'),
        '600',
      ]);
    },
  );

  test('replaces the present database, keeps that in a folder, and never sets the clock back', async () => {
    const other = dir('later');
    await served(other, (store) => store.save([{ put: aPerson(99) }]));
    const later = JSON.stringify({ hotline: Date.now() + 9e9, real: Date.now(), speed: 1 });
    writeFileSync(join(other, 'clock.json'), later);
    const { aside = '' } = await restoreTo(other);
    expect(await served(other, (store) => store.persons([6, 99].map(phone)))).toHaveLength(1);
    expect(readFileSync(join(other, 'clock.json'), 'utf8')).toBe(later);
    expect(readdirSync(aside).sort()).toEqual(['clock.json', 'hotline.db']);
    expect(await served(aside, (store) => store.person(phone(99)))).toBeDefined();
  });

  test.each([true, false])(
    'is whole at the next start after its restore was killed half-way (over another: %s)',
    async (over) => {
      const other = dir(`killed-${over}`);
      await served(other, (store) => store.save([{ put: aPerson(99) }]));
      const { aside = '' } = await restoreTo(other);
      // The state at the kill: the new file complete beside the old one, and the old one's log still there.
      const database = join(other, 'hotline.db');
      renameSync(database, `${database}.next`);
      if (over) copyFileSync(join(aside, 'hotline.db'), database);
      if (over) writeFileSync(`${database}-wal`, 'the log of another file');
      expect(await served(other, (store) => store.persons([6, 99].map(phone)))).toHaveLength(1);
      expect(existsSync(`${database}.next`)).toBe(false);
    },
  );

  test('does not replace a database in use', async () => {
    await served(data, async (store) => {
      await expect(restoreTo(data)).rejects.toThrow(
        `a hotline (process ${process.pid}) uses ${data}: stop it first, nothing was changed`,
      );
      expect(await store.person(phone(1))).toBeDefined();
    });
  });

  test.each<[string, (from: string) => void, RegExp]>([
    ['without its manifest', (from) => rmSync(join(from, 'manifest.json')), /is not a backup/],
    [
      'with a damaged manifest',
      (from) => writeFileSync(join(from, 'manifest.json'), '{"format":1'),
      /is not a backup, or its manifest.json is damaged/,
    ],
    [
      'with one byte changed',
      (from) => {
        const bytes = readFileSync(join(from, 'hotline.db'));
        bytes[9000] = (bytes[9000] ?? 0) ^ 1;
        writeFileSync(join(from, 'hotline.db'), bytes);
      },
      /is not whole \(hotline.db does not match its manifest\): nothing was changed/,
    ],
    ['without its file', (from) => rmSync(join(from, 'hotline.db')), /hotline.db is missing/],
    [
      'of another table',
      (from) => {
        const text = readFileSync(join(from, 'manifest.json'), 'utf8');
        writeFileSync(join(from, 'manifest.json'), text.replace('"hotline"', '"another"'));
      },
      /is of the table another: set TABLE_NAME/,
    ],
  ])('%s is refused, and nothing changes', async (name, damage, fault) => {
    const from = dir(`damaged ${name}`);
    cpSync(backup(), from, { recursive: true });
    damage(from);
    const before = readFileSync(join(data, 'hotline.db'));
    await expect(restoreTo(data, from)).rejects.toThrow(fault);
    expect(readFileSync(join(data, 'hotline.db')).equals(before)).toBe(true);
    expect(readdirSync(data).filter((name) => /before|staging/.test(name))).toEqual([]);
  });

  test('keeps earlier backups, and removes the unfinished folder of a killed one', async () => {
    const into = dir('many');
    mkdirSync(join(into, '.partial-999999999-2026'), { recursive: true });
    await served(data, async () => {
      for (let n = 0; n < 2; n++) await makeBackup(data, { into, table: 'hotline' });
      await expect(makeBackup(data, { into, table: 'none' })).rejects.toThrow('no table none');
    });
    expect(readdirSync(into).map((name) => name.slice(0, 8))).toEqual(['hotline-', 'hotline-']);
  });

  test('marks each unsent message with the text and channel it would have left with', async () => {
    await served(dir('uncertain'), async (store) => {
      const alert = { alertId: alertId('a1'), requestId: requestId('r1') };
      const message = {
        key: 'alert',
        params: {
          code: '4821',
          group: 'B+',
          units: 1,
          component: 'whole-blood',
          hospital: 'SRN',
          place: 'Prayagraj',
          km: 3,
          arriveBy: at,
        },
      } as never;
      await store.save([
        { put: aPerson(1, { language: 'en' }) },
        { put: aPerson(2, { prefersCalls: true, donor: aDonor() }) },
        { put: anOutboxRow('text', { to: phone(1), dueAt: at }) },
        { put: anOutboxRow('call', { to: phone(2), dueAt: at, message, ...alert }) },
        { put: anOutboxRow('sent', { to: phone(1), dueAt: at, state: 'sent', carrierId: 'SM1' }) },
      ]);
      expect(await markUncertain(store)).toBe(2);
      expect(await store.outboxRow('text')).toMatchObject({
        state: 'unknown',
        channel: 'sms',
        text: 'All right, we will write to you in English from now on.',
        firstTriedAt: at,
      });
      const call = await store.outboxRow('call');
      expect(call).toMatchObject({ state: 'unknown', channel: 'call', firstTriedAt: at });
      expect(call?.text).toBeUndefined();
      expect(await store.outboxRow('sent')).toMatchObject({ state: 'sent' });
    });
  });
});

describe('a paused process', () => {
  let child: ChildProcess;
  const stateOf = (): string | undefined =>
    /\) (\w)/.exec(readFileSync(`/proc/${child.pid}/stat`, 'utf8'))?.[1];
  beforeAll(() => {
    child = spawn('sleep', ['1000']);
  });
  afterAll(() => void child.kill('SIGKILL'));
  const pid = (): number => child.pid ?? 0;

  test('resumes after the work, also when the work fails', async () => {
    let during: string | undefined;
    await pauseProcess(pid(), () => {
      for (const end = Date.now() + 1000; during !== 'T' && Date.now() < end; ) during = stateOf();
    });
    expect(during).toBe('T');
    const failing = pauseProcess(pid(), () => {
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    await until('it resumes', () => stateOf() === 'S');
  });

  test('resumes when the process that paused it is killed', async () => {
    const module = new URL('../../../infra/local/backup/pause-process.ts', import.meta.url).href;
    const script = `import { pauseProcess } from '${module}';
      await pauseProcess(${pid()}, () => process.kill(process.pid, 'SIGKILL'));`;
    const killed = spawn(process.execPath, [
      ...['--import', 'tsx', '--input-type=module', '-e', script],
    ]);
    const [, signal] = await once(killed, 'exit');
    expect(signal).toBe('SIGKILL');
    await until('it resumes', () => stateOf() === 'S');
  });
});

describe.skipIf(!isDynoxideInstalled())('a backup during a stage, while texts come in', () => {
  const account = { accountSid: 'AC0back', authToken: 'a-token-of-theirs' };
  const verifier = '+919711122233';
  const family = '+919811122201';
  const stageSize = 10;
  const donors = Array.from({ length: 30 }, (_, i) => `+91945${String(i).padStart(7, '0')}`);
  const files = scratch();
  let carrier: ForeignCarrier;
  let first: ServerUnderTest;
  let second: ServerUnderTest;
  let isBackedUp = false;

  beforeAll(async () => {
    carrier = await startForeignCarrier({
      ...account,
      hotlineNumber: '+915320000000',
      // The carrier accepts every other donor's alert only after the backup: until then it waits.
      treat: ({ to }) => {
        if (isBackedUp || !donors.includes(to) || Number(to.at(-1)) % 2 === 0)
          return { do: 'accept', afterMs: 30 };
        return { do: 'refuse', status: 429, code: 20429 };
      },
    });
    const env = {
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_URL: carrier.url,
      CLOCK_SPEED: '60',
      HOTLINE_CONFIG: configFile(files.dir, ({ policy }) => {
        policy.stages.critical = { intervalMinutes: 600, wantedChance: 0.99, maxDonors: stageSize };
        policy.alertCaps = { perWeek: 100, perMonth: 100, restAfterYesDays: 0 };
        policy.sending.retryMinutes = [2, 2, 2, 2, 2];
        policy.numbers.newRequester = 'share';
      }),
    };
    [first, second] = [await createServerUnderTest(env), await createServerUnderTest(env)];
    carrier.webhooksAt(first.publicUrl);
    await first.start();
    const lines = donors.map((to, i) => `D${i},${to},B+,M,1990,211001,en,,70,`);
    await first.imports('donors', donorHeader, lines);
    await first.imports('volunteers', volunteerHeader, [`${verifier},Veena,prayagraj,verifier,en`]);
  });
  afterAll(async () => {
    await first?.remove();
    await second?.remove();
    await carrier?.close();
    files.remove();
  });

  test('restores every text answered before it, and sends no alert twice', {
    timeout: 60_000,
  }, async () => {
    const need =
      'Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Sunita';
    await carrier.texts(family, need);
    const code = codeIn((await carrier.texts(family, '1')).reply);
    await until('the verifier is asked', () => carrier.inbox(verifier).some(says(code)));

    const answered: { fields: Record<string, string>; body: string }[] = [];
    let crowd = 0;
    let isOver = false;
    const come = async (): Promise<void> => {
      while (!isOver) {
        crowd += 1;
        const From = `+9194${String(crowd).padStart(3, '0')}00000`;
        const fields = { MessageSid: carrier.nextSid(), From, To: '+915320000000', Body: need };
        const { status, body } = await carrier.post('/twilio/sms', fields);
        expect(status).toBe(200);
        answered.push({ fields, body });
        await wait(20);
      }
    };
    const coming = Promise.all([come(), come()]);
    await carrier.texts(verifier, `OK ${code}`);
    const alerted = (): string[] =>
      carrier.messages.filter((m) => isAlert(m) && says(code)(m)).map((m) => m.to);
    await until('half of the stage waits', async () => {
      const states = await waitingStates(first.dir);
      const queued = states.filter((state) => state === 'queued').length;
      return queued >= stageSize / 2 && answered.length >= 5;
    });

    const before = [...answered];
    const { dir, pausedMs } = await makeBackup(first.dir, { into: files.dir, table: 'hotline' });
    console.log(`${before.length} texts answered, the database was paused for ${pausedMs} ms`);
    isBackedUp = true;
    await until('the whole stage is out', () => alerted().length >= stageSize);
    isOver = true;
    await coming;
    await first.kill();

    const restored = await second.cli('restore', dir);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toMatch(/^restored: \d+ items as they were on .* \(hotline time .*\)\n/);
    expect(restored.out).toContain('FORGET');
    expect(restored.out).toMatch(/\d+ messages that waited then may have left since/);
    carrier.webhooksAt(second.publicUrl);
    await second.start();
    for (const { fields, body } of before)
      expect((await carrier.post('/twilio/sms', fields)).body).toBe(body);

    await until(
      'every message is sent or given up',
      async () => (await waitingStates(second.dir)).length === 0,
    );
    const twice = alerted().filter((to, i, all) => all.indexOf(to) !== i);
    expect(twice).toEqual([]);
    expect(alerted()).toHaveLength(stageSize);

    const yes = await carrier.texts(alerted().at(-1) ?? '', `1 ${code}`);
    expect(yes.reply).toContain(family);
    expect(existsSync(join(second.dir, 'staging'))).toBe(false);
  });
});
