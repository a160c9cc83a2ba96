import { describe, expect, test } from 'vitest';
import { messageSid } from '../../fixtures/message-sid.ts';
import { processorPace } from '../../world/processor-pace.ts';
import { signedForm } from '../../world/signed-form.ts';
import { account, createWorld, publicUrl } from '../../world/world.ts';
import { paths } from './bodies.ts';
import { budgetMs, signedTextMs } from './fuzz-run.ts';

/* Bodies made to cost as much as possible: a form, signed or not, and a text take less than 50 ms of processor on an idle machine. */

const size = 60_000;
const many = (make: (i: number) => string, separator = '&'): string => {
  const parts: string[] = [];
  for (let length = 0; length < size; length += (parts.at(-1)?.length ?? 0) + 1)
    parts.push(make(parts.length));
  return parts.join(separator);
};

/** Bodies that no signature stands behind: all forms. */
const shapes: Record<string, string> = {
  'different names': many((i) => i.toString(36)),
  'one name': many((i) => `a=${i.toString(36)}`),
  'no names': '&'.repeat(size),
  'equals signs': '='.repeat(size),
  'broken escapes': '%'.repeat(size),
  escapes: '%E0%A4%95'.repeat(size / 9),
  '255 fields': many((i) => `${i.toString(36)}=${'%20'.repeat(78)}`),
};

/** What a text of a phone may hold: as much as the carrier passes on. */
const texts: Record<string, string> = {
  spaces: ' '.repeat(1600),
  'spaces with an end': `${' '.repeat(1500)}x`,
  brackets: '(('.repeat(800),
  'requests in a row': 'Need B+ 2 units SRN '.repeat(80),
  digits: '9'.repeat(1600),
  'numbers of phones': '9415012345 '.repeat(145),
  'dates and times': '12/10 5pm '.repeat(160),
  points: 'a.'.repeat(800),
  marks: '-'.repeat(1600),
  lines: '1\n'.repeat(800),
  emoji: '🩸'.repeat(800),
  quotes: '> "x" '.repeat(266),
  letters: 'क्'.repeat(800),
};

/** The least of six measurements: the others may include a compilation or a garbage collection. */
const cost = async (answer: (i: number) => Response | Promise<Response>): Promise<number> => {
  const costs: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    const before = process.cpuUsage();
    await answer(i);
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000);
  }
  return Math.min(...costs);
};

describe('a costly body', () => {
  test.each(Object.entries(shapes))('of %s', async (_, body) => {
    const { app } = await createWorld();
    const pace = processorPace();
    const costs: [string, number][] = [];
    for (const path of paths) {
      const signed = () => signedForm(`${publicUrl}${path}`, body, account);
      const unsigned = (): Request => {
        const request = signed();
        request.headers.set('x-twilio-signature', `${'A'.repeat(27)}=`);
        return request;
      };
      costs.push([path, await cost(() => app.fetch(signed()))]);
      costs.push([`${path}, unsigned`, await cost(() => app.fetch(unsigned()))]);
    }
    expect(costs.filter(([, ms]) => ms >= budgetMs * pace)).toEqual([]);
  });

  test.each(Object.entries(texts))('of a text of %s', async (_, text) => {
    const { app } = await createWorld();
    const send = (i: number) => {
      const fields = {
        MessageSid: messageSid(String(i)),
        From: '+919450000009',
        To: '+915320000000',
        Body: text,
      };
      const body = new URLSearchParams(fields).toString();
      return app.fetch(signedForm(`${publicUrl}/twilio/sms`, body, account));
    };
    expect(await cost(send)).toBeLessThan(signedTextMs * processorPace());
  });

  test('1,000 unsigned forms cost less than a second together', async () => {
    const { app } = await createWorld();
    const before = process.cpuUsage();
    for (let i = 0; i < 1000; i += 1) {
      const headers = {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': 'x',
      };
      const body = shapes['different names'] ?? '';
      await app.fetch(new Request(`${publicUrl}/twilio/sms`, { method: 'POST', headers, body }));
    }
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    console.log(`1,000 unsigned forms of 60 KB: ${ms.toFixed(0)} ms of processor`);
    expect(ms).toBeLessThan(1000 * processorPace());
  });
});
