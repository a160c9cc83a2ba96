import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { donorHeader, volunteerHeader } from '../end-to-end/demo-people.ts';
import { createHotlineWithCarrier, donorLine } from '../end-to-end/hotline-with-carrier.ts';

/* Lists are imported by the real command, several at once, while families and donors text the same hotline. */

const account = { accountSid: 'AC0lists', authToken: 'a-token-of-theirs' };
const linesOfList = 60;
const phoneOf = (list: number, line: number): string =>
  `+9194${String(list * 1000 + line).padStart(8, '0')}`;
const phonesOf = (list: number): string[] =>
  Array.from({ length: linesOfList }, (_, line) => phoneOf(list, line));

describe.skipIf(!isDynoxideInstalled())('lists beside a hotline that takes texts', () => {
  let hotline: Awaited<ReturnType<typeof createHotlineWithCarrier>>;
  beforeAll(async () => {
    hotline = await createHotlineWithCarrier({ account, env: { CLOCK_SPEED: '20' } });
    await hotline.server.start();
  });
  afterAll(() => hotline.remove());

  const imports = (what: 'donors' | 'volunteers', name: string, lines: string[]) => {
    const path = join(hotline.server.dir, name);
    const header = what === 'donors' ? donorHeader : volunteerHeader;
    writeFileSync(path, [header, ...lines, ''].join('\n'));
    return hotline.server.cli('import', what, path);
  };
  const donorLines = (list: number): string[] =>
    phonesOf(list).map((phone, line) => donorLine(`Donor ${line}`, phone));

  /** People text as long as the work lasts. Returns the status and the reply of each of their texts. */
  const textedDuring = async (round: number, people: number, work: Promise<unknown>) => {
    let isOver = false;
    const ends = work.finally(() => {
      isOver = true;
    });
    const answers: { status: number; reply: string }[] = [];
    const person = async (n: number): Promise<void> => {
      const phone = `+9198${String(round * 1000 + n).padStart(8, '0')}`;
      for (const words of ['BLOOD', 'B+', '2', 'SRN hospital', 'STATUS', 'JOIN', '1', 'MENU']) {
        if (isOver) return;
        answers.push(await hotline.carrier.texts(phone, words));
      }
      if (!isOver) await person(n + people);
    };
    await Promise.all([ends, ...Array.from({ length: people }, (_, n) => person(n))]);
    return answers;
  };

  test.each([
    { round: 1, people: 6, donorLists: [1, 2, 3], volunteers: 0 },
    { round: 2, people: 10, donorLists: [4, 5, 6, 7], volunteers: 12 },
    { round: 3, people: 3, donorLists: [8, 9, 10, 11, 12, 13], volunteers: 0 },
  ])(
    '$donorLists at once are stored whole, each line once',
    async ({ round, people, donorLists, volunteers }) => {
      const helpers = Array.from(
        { length: volunteers },
        (_, n) => `${phoneOf(900 + round, n)},Helper ${n},prayagraj,verifier,en`,
      );
      const work = Promise.all([
        ...donorLists.map((list) => imports('donors', `donors-${list}.csv`, donorLines(list))),
        ...(volunteers > 0 ? [imports('volunteers', 'volunteers.csv', helpers)] : []),
      ]);
      const answers = await textedDuring(round, people, work);
      const said = (await work).map(({ code, out, err }) => ({ code, out: out.trim(), err }));
      const added = (count: number) => ({
        code: 0,
        out: `added ${count}, updated 0, refused 0`,
        err: expect.not.stringContaining('in use'),
      });
      expect(said).toEqual([
        ...donorLists.map(() => added(linesOfList)),
        ...(volunteers > 0 ? [added(volunteers)] : []),
      ]);
      expect(answers.length).toBeGreaterThan(people);
      for (const { status, reply } of answers) expect([status, reply === '']).toEqual([200, false]);

      const { code, out } = await hotline.server.cli('donors', 'export');
      expect(code).toBe(0);
      for (const list of donorLists)
        for (const phone of phonesOf(list)) expect(out.split(phone), phone).toHaveLength(2);
    },
  );

  test.each([
    ['1899-12-30', 30],
    ['1962-01-01', 31],
    ['1985-06-01', 32],
  ])(
    'a line with the day %s is refused with its reason, and no other is lost',
    async (day, list) => {
      const good = donorLines(list);
      const bad = donorLine('Bad Day', phoneOf(list, 900)).replace(',en,,', `,en,${day},`);
      const lines = [...good.slice(0, 20), bad, ...good.slice(20)];
      const work = imports('donors', `days-${list}.csv`, lines);
      await textedDuring(list, 3, work);
      const { code, out, err } = await work;
      expect([code, out + err]).toEqual([
        0,
        expect.stringMatching(/^added 60, updated 0, refused 1$/m),
      ]);
      expect(out + err).toMatch(/line 22/);
      const { out: exported } = await hotline.server.cli('donors', 'export');
      for (const phone of phonesOf(list)) expect(exported.split(phone), phone).toHaveLength(2);
      expect(exported).not.toContain(phoneOf(list, 900));
    },
  );

  test('the same list by three commands at once stores each donor once', async () => {
    const lines = donorLines(20);
    const work = Promise.all(
      ['a', 'b', 'c'].map((copy) => imports('donors', `same-${copy}.csv`, lines)),
    );
    const answers = await textedDuring(4, 4, work);
    for (const { code, out, err } of await work) {
      expect({ code, err }).toEqual({ code: 0, err: expect.not.stringContaining('in use') });
      expect(out).toMatch(/^added \d+, updated \d+, refused 0\n$/);
    }
    for (const { status } of answers) expect(status).toBe(200);
    const { out } = await hotline.server.cli('donors', 'export');
    for (const phone of phonesOf(20)) expect(out.split(phone), phone).toHaveLength(2);
  });
});
