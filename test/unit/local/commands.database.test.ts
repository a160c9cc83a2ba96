import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Commands, chooseCommand } from '#infra/local/commands/command.ts';
import { importDonors } from '#infra/local/commands/import.ts';
import { showRequest } from '#infra/local/commands/request.ts';
import { runChoice } from '#infra/local/commands/run-choice.ts';
import { databaseEndpoint } from '#test/world/servers/test-database.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-commands-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const commands: Commands = { 'import donors': importDonors, request: showRequest };
const choose = (line: string) => chooseCommand(commands, line.split(' '));

it.skipIf(!databaseEndpoint)('runs a command line on a real database', async () => {
  const words: string[] = [];
  const terminal = { out: (l: string) => words.push(l), note: (l: string) => words.push(l) };
  const env = { DYNAMODB_ENDPOINT: databaseEndpoint, TABLE_NAME: 'commands', DATA_DIR: dir };
  const path = join(dir, 'one.csv');
  writeFileSync(
    path,
    'phone,name,group,sex,birth_year,pin,language,last_donation\n9415012345,Anita,B+,F,1990,211001,hi,2026-01-31',
  );
  expect(await runChoice(choose(`import donors ${path}`), env, terminal)).toBe(0);
  expect(await runChoice(choose('request 4821'), env, terminal)).toBe(1);
  expect(words).toEqual(['added 1, updated 0, refused 0', 'there is no request 4821']);
});
