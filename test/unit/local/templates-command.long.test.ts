import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { readCommandEnvironment } from '#infra/local/commands/command-environment.ts';
import { chooseCommand, runCommandLine } from '#infra/local/commands/command-line.ts';
import { writeTemplates } from '#infra/local/commands/registration/templates.ts';
import { readContents } from '#infra/local/read-templates.ts';
import { contentSchema } from '#infra/local/simulator/messages/sim-contents.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-templates-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = async (line: string, env: Record<string, string> = {}) => {
  const out: string[] = [];
  const note: string[] = [];
  const terminal = { out: (l: string) => out.push(l), note: (l: string) => note.push(l) };
  const commands = { templates: writeTemplates };
  return { exit: await runCommandLine(commands, line.split(' '), env, terminal), out, note };
};
type Row = Record<string, string>;
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true, bom: true });

describe('templates', () => {
  it('writes a row for every template with the columns of a registration', async () => {
    const path = join(dir, 'templates.csv');
    const env = { HOTLINE_NUMBER: '+918001234567' };
    const { exit, out, note } = await run(`templates --out ${path} --header PMITRA`, env);
    const rows = rowsOf(readFileSync(path, 'utf8'));
    expect({ exit, out, note }).toEqual({
      exit: 0,
      out: [],
      note: [`${rows.length} templates written to ${path}`],
    });
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) {
      expect(row).toMatchObject({
        template_type: row['template_name']?.startsWith('campInvite_')
          ? 'Promotional'
          : 'Service Implicit',
        header: 'PMITRA',
        message_type: row['language'] === 'Hindi' ? 'Unicode' : 'Text',
      });
      const variables = row['variables']?.split('; ').filter(Boolean) ?? [];
      expect(row['content']?.split('{#var#}')).toHaveLength(variables.length + 1);
      expect(row['tagged_content']?.match(/\{#\w+#\}/g) ?? []).toEqual(
        variables.map((v) => `{#${/\((\w+)\)/.exec(v)?.[1]}#}`),
      );
    }
    expect(rows.find((row) => row['template_name'] === 'alertCovered_en')).toMatchObject({
      content: expect.stringMatching(/^Request \{#var#\} has enough donors/),
      tagged_content: expect.stringMatching(/^Request \{#numeric#\} has/),
      sample: expect.stringMatching(/^Request 4821 has/),
      segments_at_most: '1',
    });
    expect(rows.find((row) => row['template_name'] === 'menu_hi')?.['content']).toContain(
      '080012 34567',
    );
  });

  it('needs more variables when each holds less', async () => {
    const long = rowsOf((await run('templates')).out.join('\n'));
    const short = rowsOf((await run('templates --variable-length 30')).out.join('\n'));
    const of = (rows: Row[], name: string) =>
      rows.find((row) => row['template_name'] === name)?.['content']?.split('{#var#}').length;
    expect(of(short, 'requestRefused_1_en')).toBe((of(long, 'requestRefused_1_en') ?? 0) + 1);
    expect((await run('templates --variable-length many')).exit).toBe(1);
  });

  it('notes when the hotline number is only the default', async () => {
    expect((await run('templates')).note[0]).toBe(
      'HOTLINE_NUMBER is not set: the texts name +915320000000',
    );
  });
});

describe('templates --whatsapp', () => {
  type Line = { content: { friendly_name: string }; approval: { name: string; category: string } };
  const linesOf = (text: string[]): Line[] => text.map((line): Line => JSON.parse(line));

  it('writes a line of JSON for each template, as the Content API takes it', async () => {
    const { exit, out, note } = await run('templates --whatsapp', {
      HOTLINE_NUMBER: '+918001234567',
    });
    expect({ exit, note }).toEqual({ exit: 0, note: [`${out.length} templates`] });
    const lines = linesOf(out);
    for (const { content, approval } of lines) {
      expect(contentSchema.parse(content)).toMatchObject({ friendly_name: approval.name });
      expect(approval.category).toMatch(/^(UTILITY|MARKETING)$/);
    }
    expect(lines.find(({ approval }) => approval.name === 'alert_hi')?.content).toMatchObject({
      types: { 'twilio/quick-reply': { actions: [{ id: '1 {{4}}' }, { id: '2 {{4}}' }] } },
    });
  });

  it('notes the ids of approved templates, and says which it does not know', async () => {
    const list = join(dir, 'approved.csv');
    const id = `HX${'a'.repeat(32)}`;
    writeFileSync(
      list,
      `template_name,template_id\nalert_en,${id}\nalert_hi,110712345678\nother,${id}\n`,
    );
    const before = process.cwd();
    const env = { HOTLINE_NUMBER: '+918001234567', HOTLINE_CONFIG: resolve('hotline.config.json') };
    process.chdir(dir);
    try {
      const { note } = await run(`templates --whatsapp --ids ${list}`, env);
      expect(note).toEqual([
        'alert_hi: 110712345678 is no id of a template of ours',
        `other: ${id} is no id of a template of ours`,
        '1 templates with their ids written to hotline.whatsapp.json',
        expect.stringMatching(/^\d+ have none, and outside the window they leave as SMS: /),
      ]);
      expect(readContents()).toMatchObject([{ template: 'alert_en', id }]);
      writeFileSync('hotline.whatsapp.json', '[{"template":"alert_en","pattern":"x","id":"1107"}]');
      expect(() => readContents()).toThrow('templates --whatsapp --ids FILE.csv');
    } finally {
      process.chdir(before);
    }
  });
});

describe('a command on AWS', () => {
  const on = (env: Record<string, string>, aws = false) => readCommandEnvironment(env, { aws });

  it('works on AWS only with --aws or HOTLINE_AWS=1', () => {
    const credentials = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'x' };
    expect(on(credentials).aws).toBeUndefined();
    expect(on({ ...credentials, HOTLINE_AWS: '0' }).aws).toBeUndefined();
    expect(on({ HOTLINE_AWS: '1', TABLE_NAME: 'abc' }).aws).toEqual({ region: 'ap-south-1' });
    expect(on({ ...credentials, TABLE_NAME: 'abc' }, true).aws).toEqual({ region: 'us-east-1' });
  });

  it.each([
    [{}, 'TABLE_NAME is missing: on AWS it is the output TableName of the stack'],
    [
      { TABLE_NAME: 'abc', DYNAMODB_ENDPOINT: 'http://x:1' },
      'DYNAMODB_ENDPOINT names another database than AWS: unset it, or leave --aws out',
    ],
    [{ HOTLINE_AWS: 'yes' }, 'HOTLINE_AWS must be 1 or 0, not "yes"'],
  ])('refuses %j in one clear line', (env: Record<string, string>, line) => {
    expect(() => on(env, true)).toThrow(line);
  });

  it('accepts --aws anywhere on the command line', () => {
    const choose = (line: string) => chooseCommand({ templates: writeTemplates }, line.split(' '));
    expect(choose('templates --aws')).toMatchObject({ aws: true, options: {} });
    expect(choose('--aws templates --out x')).toMatchObject({ aws: true, options: { out: 'x' } });
    expect(choose('templates')).toMatchObject({ aws: false });
  });
});
