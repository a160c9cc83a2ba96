import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory-store.ts';
import { createRandomIds } from '#functions/adapters/system/random-ids.ts';
import type { Services } from '#functions/ports/services.ts';
import { type Command, CommandError, type Commands } from '#infra/local/commands/command.ts';
import { chooseCommand, runCommandLine } from '#infra/local/commands/command-line.ts';
import { countDonors, exportDonors } from '#infra/local/commands/donors.ts';
import { importDonors, importVolunteers } from '#infra/local/commands/import.ts';
import { showReturns } from '#infra/local/commands/people/returns.ts';
import { showRequest } from '#infra/local/commands/request.ts';
import { listRequests, renderAge } from '#infra/local/commands/requests.ts';
import { trust, untrust } from '#infra/local/commands/trust.ts';
import { why } from '#infra/local/commands/why.ts';
import { readHotlineConfig } from '#infra/local/read-hotline-config.ts';
import { createGazetteer } from '#shared/places/create-gazetteer.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { dayOf, days, hours, minutes } from '#shared/terms/time.ts';
import {
  aDonor,
  alertId,
  anAlert,
  anEntry,
  aPerson,
  aRequest,
  at,
  code,
  later,
  phone,
  requestId,
} from '../../contract/samples.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-commands-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (name: string, contents: string | Buffer): string => {
  const path = join(dir, name);
  writeFileSync(path, contents);
  return path;
};

const read = readHotlineConfig('hotline.config.json');
if ('fault' in read) throw new Error(read.fault);
const { config } = read;
const gazetteer = createGazetteer(config);

let services: Services;
const logged = vi.fn();
beforeEach(() => {
  logged.mockClear();
  services = {
    store: createMemoryStore(),
    clock: { now: () => later(minutes(5)), pause: async () => {} },
    ids: createRandomIds(),
    log: { info: logged, error: logged },
    config,
    gazetteer,
  } as unknown as Services;
});

/** The output and the notes of a command. */
const run = async (command: Command, args: string[] = [], options = {}) => {
  const out: string[] = [];
  const note: string[] = [];
  const terminal = { out: (l: string) => out.push(l), note: (l: string) => note.push(l) };
  const exit = await command.run({ services, terminal, args, options });
  return { exit, out, note };
};

const header = 'phone,name,group,sex,birth_year,pin,language,last_donation';
const anita = '9415012345,Anita,B+,F,1990,211001,hi,2026-01-31';
const anitasPhone = phoneNumberSchema.parse('+919415012345');

describe('returns', () => {
  it('shows who came back with a message and without it, and the difference', async () => {
    const long = later(-days(200));
    const turn = { what: 'news' as const, at: long };
    const back = dayOf(later(-days(100)));
    const turns = [turn, { ...turn, back }, { ...turn, held: true as const }];
    for (const [i, contact] of turns.entries())
      await services.store.save([
        {
          put: aPerson(i, {
            donor: aDonor({ contacts: [contact, { what: 'again', at: later(0) }] }),
          }),
        },
      ]);
    const { out } = await run(showReturns);
    expect(out[1]).toMatch(
      /^what the gift did +180 +1 of 2 \(50\.0 %\) +0 of 1 \(0\.0 %\) +\+50\.0 \(-\d+\.\d to \+\d+\.\d\) +0$/,
    );
    expect(out[2]).toMatch(/^you may give again +90 +- +- +- +3$/);
  });
});

describe('import', () => {
  it('reports what was added, updated and refused, with reasons', async () => {
    const path = file(
      'donors.csv',
      `${header}\n${anita}\n9415012346,Ravi,Z+,M,1990,211001,hi,\n9415012345,Anita Singh,O-,F,1990,211001,en,`,
    );
    expect(await run(importDonors, [path])).toEqual({
      exit: 0,
      out: ['added 1, updated 1, refused 1', 'line 3: group "Z+" is not a blood group'],
      note: [],
    });
    expect(await services.store.person(anitasPhone)).toMatchObject({
      name: 'Anita Singh',
      language: 'en',
      donor: { group: 'O-', sex: 'woman', place: { zone: 'prayagraj' } },
    });
    expect((await run(importDonors, [path])).out[0]).toBe('added 0, updated 2, refused 1');
  });

  it('imports volunteers', async () => {
    const path = file(
      'volunteers.csv',
      'phone,name,zone,role,language\n9415012345,Asha,Prayagraj,coordinator,en\n',
    );
    expect((await run(importVolunteers, [path])).out).toEqual(['added 1, updated 0, refused 0']);
    expect((await services.store.person(anitasPhone))?.volunteer).toEqual({
      zone: 'prayagraj',
      role: 'coordinator',
      onDuty: true,
      service: { checked: 0, dutyMs: 0, since: services.clock.now() },
    });
  });

  it('fails only when nothing could be imported', async () => {
    const bad = file('bad.csv', `${header}\n9415012346,Ravi,Z+,M,1990,211001,hi,`);
    expect((await run(importDonors, [bad])).exit).toBe(1);
    expect((await run(importDonors, [file('header.csv', header)])).exit).toBe(0);
    expect((await run(importDonors, [file('empty.csv', '')])).exit).toBe(1);
  });

  it('names a file that it cannot read', async () => {
    await expect(run(importDonors, ['/no/such.csv'])).rejects.toThrow(
      new CommandError('/no/such.csv cannot be read (ENOENT)'),
    );
    const utf16 = file('utf16.csv', Buffer.from(`\uFEFF${header}`, 'utf16le'));
    await expect(run(importDonors, [utf16])).rejects.toThrow('is not UTF-8');
  });
});

describe('requests', () => {
  it('says so when no request is open', async () => {
    expect((await run(listRequests)).out).toEqual(['no open requests']);
  });

  it('lists the open ones, oldest first, without whole numbers', async () => {
    await services.store.save([
      { put: aRequest('r2', { code: code('5555'), createdAt: later(60_000), dueAt: later(1) }) },
      { put: aRequest('r1', { dueAt: later(days(900)) }) },
      { put: aRequest('r0', { phase: { type: 'fulfilled', at } }) },
    ]);
    const { out } = await run(listRequests);
    expect(out.map((line) => line.split(/ {2,}/))).toEqual([
      ['CODE', 'GROUP', 'UNITS', 'PHASE', 'AGE', 'HOSPITAL', 'REQUESTER'],
      ['4821', 'B+', '0 of 2', 'covered', '5 min', 'SRN', '+91•••••••001'],
      ['5555', 'B+', '0 of 2', 'covered', '4 min', 'SRN', '+91•••••••001'],
    ]);
  });

  it.each([
    [0, '0 min'],
    [-5, '0 min'],
    [minutes(59.9), '59 min'],
    [hours(47), '47 h'],
    [days(2), '2 d'],
  ])('%i ms is %s', (ms, age) => expect(renderAge(ms)).toBe(age));
});

describe('request CODE', () => {
  it('shows everything about it without whole numbers and names', async () => {
    const pledge = {
      alertId: alertId('a1'),
      donor: { phone: phone(7), name: 'Anita', sex: 'woman' as const },
      state: 'confirmed' as const,
      at: later(60_000),
      arriveBy: later(hours(2)),
      reminded: false,
    };
    await services.store.save([
      { put: aRequest('r1', { pledges: [pledge], verifiedBy: phone(3) }) },
      { put: anAlert('r1', 'a1', { phone: phone(7), state: 'yes' }) },
      { add: anEntry('r1', 'e1', { what: 'stage-started', facts: { asked: 12, reach: 0 } }) },
      {
        take: { kind: 'code', code: code('4821'), requestId: requestId('r1'), freeFrom: null },
        now: at,
      },
    ]);
    const text = (await run(showRequest, ['4821'])).out.join('\n');
    expect(text).toContain(
      'PLEDGES (1)\n  2027-01-15 13:31  +91•••••••007  confirmed  by 2027-01-15 15:30',
    );
    expect(text).toContain('ALERTS (1)');
    expect(text).toContain('TIMELINE (1)');
    expect(text).toMatch(/stage-started .*asked 12, reach 0/);
    expect(text).toMatch(/verified by {2}\+91•••••••003/);
    expect(text).not.toMatch(/\+91\d|Anita|Ramesh|रमेश/);
  });

  it.each(['9999', 'x', '12'])('finds no request %s', async (given) => {
    await expect(run(showRequest, [given])).rejects.toThrow(`there is no request ${given}`);
  });
});

describe('why CODE', () => {
  it('says why each donor was asked and why the nearest others were not, without whole numbers and names', async () => {
    const record = { tries: 4, saidYes: 2, came: 2, missed: 0, turnedAway: 0 };
    const donor = (over = {}) => aDonor({ record, ...over });
    await services.store.save([
      { put: aRequest('r2', { code: code('4822'), neededBy: later(hours(9)) }) },
      { put: anAlert('r2', 'a1', { phone: phone(21), state: 'sent', distanceKm: 3 }) },
      { put: aPerson(21, { name: 'Anita', donor: donor() }) },
      { put: aPerson(22, { name: 'Bina', donor: donor(), optedOut: true }) },
      { put: aPerson(23, { donor: donor({ pausedUntil: later(hours(24 * 365 * 9)) }) }) },
      {
        put: aPerson(24, {
          donor: donor({ record: { ...record, tries: 9, saidYes: 0, came: 0 } }),
        }),
      },
      {
        put: aPerson(25, {
          donor: donor({ record: { ...record, tries: 150, saidYes: 0, came: 0 } }),
        }),
      },
      {
        take: { kind: 'code', code: code('4822'), requestId: requestId('r2'), freeFrom: null },
        now: at,
      },
    ]);
    const text = (await run(why, ['4822'])).out.join('\n');
    expect(text).toMatch(/^ASKED \(1\)/m);
    expect(text).toMatch(/021 .* 3\.0 km .* to give .* asked 4 times, said yes twice, came twice/);
    expect(text).toMatch(/023 .* resting/);
    expect(text).toMatch(
      /024 .* not needed so far: \d+\.\d % to give .* asked 9 times, never said yes/,
    );
    expect(text).toMatch(/025 .* too unlikely to give in time .* asked 150 times, never said yes/);
    // A donor who has opted out is in no index and is not mentioned.
    expect(text).not.toMatch(/022|\+91\d|Anita|Bina/);
  });
});

describe('donors', () => {
  const people = [
    header.concat(',weight_kg,email,zone,paused_until'),
    `${anita},61.5,a@example.org,varanasi,2030-01-01`,
    '9415012346,"=SUM(1,2) ""Ravi""",Oh,O,1985,226001,en,,,,,',
    '9415012347,-अनिल,AB-,M,2000,221001,hi-Latn,,,,,',
  ].join('\n');

  it('are the same after an export and an import', async () => {
    await run(importDonors, [file('people.csv', people)]);
    await services.store.save([{ put: aPerson(1) }]);
    const path = join(dir, 'export.csv');
    const { out, note } = await run(exportDonors, [], { out: path });
    expect(out).toEqual([]);
    expect(note).toEqual([
      'This list has whole names and phone numbers: keep it safe, and do not pass it on.',
      `3 donors written to ${path}`,
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const exported = readFileSync(path, 'utf8');
    expect(exported).not.toMatch(/(^|,)"?[=\-@]/m);
    const first = services.store;
    services.store = createMemoryStore();
    expect((await run(importDonors, [path])).out).toEqual(['added 3, updated 0, refused 0']);
    for await (const person of services.store.everyone()) {
      expect(person).toEqual(await first.person(person.phone));
    }
    expect(`\uFEFF${(await run(exportDonors)).out.join('\n')}\n`).toBe(exported);
  });

  it('are counted by group', async () => {
    await run(importDonors, [file('people.csv', people)]);
    const { out } = await run(countDonors);
    const rows = out.map((line) => line.split(/ {2,}/));
    expect(rows[0]).toEqual(['GROUP', 'DONORS', 'MAY GIVE NOW']);
    expect(rows).toContainEqual(['B+', '1', '0']);
    expect(rows).toContainEqual(['Oh', '1', '1']);
    expect(rows.at(-1)).toEqual(['all', '3', '2']);
  });
});

describe('trust', () => {
  it('trusts a phone, known or not, and stops trusting it', async () => {
    expect((await run(trust, ['94150 12345'])).out).toEqual(['+91•••••••345 is trusted']);
    expect((await services.store.person(anitasPhone))?.trusted).toBe(true);
    await run(trust, ['94150 12345']);
    await run(untrust, ['+919415012345']);
    const line = { who: 'operator', phone: '+91•••••••345' };
    expect(logged.mock.calls).toEqual([
      ['volunteer-trusts', { ...line, trusted: true }],
      ['volunteer-trusts', { ...line, trusted: false }],
    ]);
    expect(await services.store.person(anitasPhone)).toMatchObject({ trusted: false, version: 2 });
    await expect(run(trust, ['nobody'])).rejects.toThrow('"nobody" is not a phone number');
  });
});

describe('a command line', () => {
  const commands: Commands = {
    'import donors': importDonors,
    requests: listRequests,
    request: showRequest,
    'donors export': exportDonors,
  };
  const choose = (line: string) => chooseCommand(commands, line.split(' ').filter(Boolean));

  it.each([
    ['', 'help'],
    ['--help', 'help'],
    ['help', 'help'],
    ['import --help', 'help'],
    ['import donors --help', 'help'],
    ['requests', 'run'],
    ['request 4821', 'run'],
    ['donors export --out x.csv', 'run'],
    ['import', 'mistake'],
    ['import donors', 'mistake'],
    ['request 1 2', 'mistake'],
    ['requests --all', 'mistake'],
    ['frobnicate', 'mistake'],
  ])('"%s" is %s', (line, type) => expect(choose(line).type).toBe(type));

  it('passes arguments and options to a command', () => {
    expect(choose('donors export --out x.csv')).toMatchObject({
      args: [],
      options: { out: 'x.csv' },
    });
    expect(choose('import donors a.csv')).toMatchObject({ command: importDonors, args: ['a.csv'] });
  });

  const words: string[] = [];
  const terminal = { out: (l: string) => words.push(l), note: (l: string) => words.push(l) };
  const runLine = (line: string, env: Record<string, string | undefined>) =>
    runCommandLine(commands, line.split(' '), env, terminal);
  it('reports an error in one line', async () => {
    words.length = 0;
    expect(await runLine('requests', { PORT: 'abc' })).toBe(1);
    expect(words).toEqual(['PORT must be a number from 1 to 65535, not "abc"']);
  });
});
