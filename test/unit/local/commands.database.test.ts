import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Commands } from '#infra/local/commands/command.ts';
import { runCommandLine } from '#infra/local/commands/command-line.ts';
import { importDonors } from '#infra/local/commands/import.ts';
import { showRequest } from '#infra/local/commands/request.ts';
import { databaseEndpoint } from '#test/world/servers/test-database.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-commands-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const commands: Commands = { 'import donors': importDonors, request: showRequest };

it.skipIf(!databaseEndpoint)('runs a command line on a real database', async () => {
  const words: string[] = [];
  const terminal = { out: (l: string) => words.push(l), note: (l: string) => words.push(l) };
  const env = { DYNAMODB_ENDPOINT: databaseEndpoint, TABLE_NAME: 'commands', DATA_DIR: dir };
  const path = join(dir, 'one.csv');
  writeFileSync(
    path,
    'phone,name,group,sex,birth_year,pin,language,last_donation\n9415012345,Anita,B+,F,1990,211001,hi,2026-01-31',
  );
  const run = (line: string) => runCommandLine(commands, line.split(' '), env, terminal);
  expect(await run(`import donors ${path}`)).toBe(0);
  expect(await run('request 4821')).toBe(1);
  expect(words).toEqual(['added 1, updated 0, refused 0', 'there is no request 4821']);
});
