import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { type ForeignCarrier, startForeignCarrier } from '../../world/servers/foreign-carrier.ts';
import {
  createServerUnderTest,
  launch,
  type ServerUnderTest,
  until,
} from '../end-to-end/server.ts';

/*
 * A disk of a few megabytes that runs full while texts come in: no text is answered that was not saved, the log says
 * why, and with room again the same server goes on.
 */

const account = { accountSid: 'AC0full', authToken: 'a-token-of-theirs' };

/** A small file system of its own; undefined without the permission to mount one. */
const mountSmall = (): string | undefined => {
  const dir = mkdtempSync(join(tmpdir(), 'hotline-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    console.warn('NOTICE: the full disk is not tested: only root may mount a small file system');
    return undefined;
  }
};
const unmount = (dir: string): void => {
  execFileSync('umount', ['-l', dir]);
  rmSync(dir, { recursive: true });
};

/** Fills the disk. */
const fill = (dir: string): void => {
  const open = openSync(join(dir, 'filler'), 'a');
  for (const size of [65_536, 4096, 1])
    try {
      for (;;) writeSync(open, Buffer.alloc(size));
    } catch {
      // No room for another block of this size.
    }
  closeSync(open);
};
const makeRoom = (dir: string): void => rmSync(join(dir, 'filler'), { force: true });

type Text = { MessageSid: string; From: string; To: string; Body: string };

const small = isDynoxideInstalled() ? mountSmall() : undefined;

describe.skipIf(small === undefined)('a full disk', () => {
  const disk = small ?? '';
  let carrier: ForeignCarrier;
  let server: ServerUnderTest;
  let families = 0;
  const answers = new Map<Text, string>();

  beforeAll(async () => {
    carrier = await startForeignCarrier({ ...account, hotlineNumber: '+915320000000' });
    server = await createServerUnderTest({
      DATA_DIR: disk,
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      TWILIO_API_URL: carrier.url,
    });
    carrier.webhooksAt(server.publicUrl);
    await server.start();
  });
  afterAll(async () => {
    await server?.remove();
    await carrier?.close();
    if (small) unmount(disk);
  });

  /** A family's first text; each from another range of numbers. */
  const aText = (): Text => {
    families += 1;
    const From = `+9194${String(families).padStart(3, '0')}00000`;
    const Body = 'Need B+ blood 2 units SRN hospital Prayagraj patient Ramesh attendant Sunita';
    return { MessageSid: carrier.nextSid(), From, To: '+915320000000', Body };
  };
  const send = async (text: Text): Promise<number> => {
    const { status, body } = await carrier.post('/twilio/sms', text);
    if (status !== 200) return status;
    expect(body).toContain('<Message>');
    expect(body).toBe(answers.get(text) ?? body);
    answers.set(text, body);
    return status;
  };
  /** Each answered text gets the same answer again: it was saved. */
  const expectAllSaved = async (): Promise<void> => {
    for (const text of answers.keys()) expect(await send(text)).toBe(200);
  };

  test('leaves texts unanswered that it cannot save, logs why, and goes on once there is room', async () => {
    for (let n = 0; n < 5; n++) expect(await send(aText())).toBe(200);
    fill(disk);
    const refused: Text[] = [];
    // The log has free room inside for some writes.
    for (let n = 0; n < 400 && refused.length < 3; n++) {
      const text = aText();
      const status = await send(text);
      if (status !== 200) refused.push(text);
      if (status !== 200) expect(status).toBe(500);
    }
    expect(refused).toHaveLength(3);
    expect(server.log()).toContain(`Nothing can be saved: the disk of ${disk} is full: make room`);
    makeRoom(disk);
    for (const text of refused) expect(await send(text)).toBe(200);
    await until('the log says that it saves again', () => server.log().includes('saves again'));
    await expectAllSaved();
  });

  test('keeps every answered text when the hotline is killed while it is full', async () => {
    fill(disk);
    const last = aText();
    await send(last);
    await server.kill();
    const hotline = launch(server.env);
    await hotline.exited;
    expect(hotline.err()).toMatch(
      new RegExp(`^DATA_DIR: the disk of ${disk} is full: make room on it .*\\n$`),
    );
    makeRoom(disk);
    await server.start();
    await expectAllSaved();
    expect(await send(last)).toBe(200);
  });

  test('holds no backup and no part of one', async () => {
    fill(disk);
    const { code, err } = await server.cli('backup', join(disk, 'backups'));
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringMatching(/^No backup was made: the disk of .* is full: make room/),
    });
    makeRoom(disk);
    expect(await send(aText())).toBe(200);
    const made = await server.cli('backup', join(disk, 'backups'));
    expect(made).toMatchObject({ code: 0, err: '' });
  });
});
