import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { carrierDefinitions } from '#functions/carriers/registry.ts';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';
import { readEnvironment } from '#infra/local/environment.ts';
import { languages } from '#shared/terms/language.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-environment-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const example = JSON.parse(readFileSync('hotline.config.json', 'utf8')) as Record<string, unknown>;
/** Each carries texts at least. */
const definitions: CarrierDefinition[] = Object.values(carrierDefinitions);
const carriers = definitions
  .filter(({ carries }) => carries.includes('sms'))
  .map(({ name }) => name)
  .join(' or ');
const zone = {
  id: 'prayagraj',
  names: { en: 'Prayagraj', hi: 'प्रयागराज', 'hi-Latn': 'Prayagraj' },
  districts: ['Prayagraj'],
  neighbours: [],
};
const written = (name: string, contents: unknown): string => {
  const path = join(dir, name);
  writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents));
  return path;
};
const good = written('good.json', { ...example, zones: [zone], hospitals: [] });
const read = (env: Record<string, string> = {}) =>
  readEnvironment({ HOTLINE_CONFIG: good, ...env });
const faultOf = (env: Record<string, string>): string => {
  try {
    read(env);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no fault';
};

describe('the environment', () => {
  it('has the defaults of docs/contract.md', () => {
    expect(read()).toEqual({
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: '.data',
      dynamodbEndpoint: undefined,
      tableName: 'hotline',
      carriers: { texts: 'twilio', calls: 'twilio' },
      carrierValues: { twilio: {} },
      isSimulated: true,
      hotlineNumber: '+915320000000',
      missedCallNumber: '+915320000001',
      config: expect.objectContaining({ groupName: 'Police Mitra' }),
      clockSpeed: 1,
    });
  });

  it('reads every value that is set; an empty value counts as unset', () => {
    expect(
      read({
        PORT: '8080',
        DATA_DIR: '/tmp/x',
        DYNAMODB_ENDPOINT: 'http://localhost:8000/',
        TABLE_NAME: 'my-table_1.x',
        TWILIO_ACCOUNT_SID: 'AC0123',
        TWILIO_AUTH_TOKEN: 'secret',
        TWILIO_API_URL: 'http://127.0.0.1:4010/',
        HOTLINE_NUMBER: '+918001234567',
        CLOCK_SPEED: '60',
        PUBLIC_URL: '',
      }),
    ).toMatchObject({
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      dataDir: '/tmp/x',
      dynamodbEndpoint: 'http://localhost:8000',
      tableName: 'my-table_1.x',
      isSimulated: false,
      carrierValues: {
        twilio: {
          TWILIO_ACCOUNT_SID: 'AC0123',
          TWILIO_AUTH_TOKEN: 'secret',
          TWILIO_API_URL: 'http://127.0.0.1:4010',
        },
      },
      hotlineNumber: '+918001234567',
      missedCallNumber: undefined,
      clockSpeed: 60,
    });
    const own = '+915320000001';
    expect(read({ HOTLINE_NUMBER: own }).missedCallNumber).toBeUndefined();
    expect(read({ MISSED_CALL_NUMBER: '+918001234568' }).missedCallNumber).toBe('+918001234568');
    expect(read({ PUBLIC_URL: 'https://x.example.org/base/' }).publicUrl).toBe(
      'https://x.example.org/base',
    );
    expect(read({ CLOCK_SPEED: '0.5' }).clockSpeed).toBe(0.5);
  });

  it.each([
    ['PORT', 'abc', 'PORT must be a number from 1 to 65535, not "abc"'],
    ['PORT', '-1', 'PORT must be a number from 1 to 65535, not "-1"'],
    ['PORT', '0', 'PORT must be a number from 1 to 65535, not "0"'],
    ['PORT', '70000', 'PORT must be a number from 1 to 65535, not "70000"'],
    ['PORT', '80.5', 'PORT must be a number from 1 to 65535, not "80.5"'],
    ['PORT', '1e3', 'PORT must be a number from 1 to 65535, not "1e3"'],
    [
      'PUBLIC_URL',
      'hotline.example',
      'PUBLIC_URL must be an http or https URL without a query, not "hotline.example"',
    ],
    [
      'PUBLIC_URL',
      'hotline',
      'PUBLIC_URL must be an http or https URL without a query, not "hotline"',
    ],
    [
      'PUBLIC_URL',
      'ftp://x.org',
      'PUBLIC_URL must be an http or https URL without a query, not "ftp://x.org"',
    ],
    [
      'PUBLIC_URL',
      'http://x.org?a=b',
      'PUBLIC_URL must be an http or https URL without a query, not "http://x.org?a=b"',
    ],
    [
      'DYNAMODB_ENDPOINT',
      'localhost:8000',
      'DYNAMODB_ENDPOINT must be an http or https URL, not "localhost:8000"',
    ],
    [
      'TABLE_NAME',
      'a b',
      'TABLE_NAME must be 3 to 255 letters, digits, dots, hyphens or underscores, not "a b"',
    ],
    [
      'HOTLINE_NUMBER',
      '0532 2460000',
      'HOTLINE_NUMBER must be a phone number like +915320000000 (E.164), not "0532 2460000"',
    ],
    [
      'HOTLINE_NUMBER',
      '0532 246',
      'HOTLINE_NUMBER must be a phone number like +915320000000 (E.164), not "0532 246"',
    ],
    [
      'MISSED_CALL_NUMBER',
      '1',
      'MISSED_CALL_NUMBER must be a phone number like +915320000001 (E.164), not "1"',
    ],
    [
      'MISSED_CALL_NUMBER',
      '+915320000000',
      'MISSED_CALL_NUMBER must be another number than HOTLINE_NUMBER: it is never answered',
    ],
    ['CLOCK_SPEED', '-60', 'CLOCK_SPEED must be a number above 0, at most 86400, not "-60"'],
    ['CLOCK_SPEED', '-1', 'CLOCK_SPEED must be a number above 0, at most 86400, not "-1"'],
    ['CLOCK_SPEED', '0', 'CLOCK_SPEED must be a number above 0, at most 86400, not "0"'],
    ['CLOCK_SPEED', 'fast', 'CLOCK_SPEED must be a number above 0, at most 86400, not "fast"'],
    ['TWILIO_API_URL', 'not a url', 'TWILIO_API_URL must be an http or https URL, not "not a url"'],
    ['TWILIO_API_URL', 'twilio', 'TWILIO_API_URL must be an http or https URL, not "twilio"'],
    ['CARRIER_TEXTS', 'acme', `CARRIER_TEXTS must be ${carriers}, not "acme"`],
    ['CARRIER_CALLS', 'toString', 'CARRIER_CALLS must be twilio or plivo, not "toString"'],
    [
      'TWILIO_AUTH_TOKEN_BEFORE',
      'x',
      'TWILIO_AUTH_TOKEN is missing, while TWILIO_AUTH_TOKEN_BEFORE is set',
    ],
    ['TWILIO_ACCOUNT_SID', 'AC1', 'TWILIO_AUTH_TOKEN is missing, while TWILIO_ACCOUNT_SID is set'],
    ['TWILIO_AUTH_TOKEN', 'x', 'TWILIO_ACCOUNT_SID is missing, while TWILIO_AUTH_TOKEN is set'],
  ])('refuses %s=%s in one line that names it', (name, value, line) => {
    expect(faultOf({ [name]: value })).toBe(line);
  });

  it('reports every error on a line of its own, and never a secret', () => {
    const fault = faultOf({
      PORT: 'x',
      TWILIO_ACCOUNT_SID: 'AC1',
      TWILIO_AUTH_TOKEN: 'top secret',
    });
    expect(fault.split('\n')).toEqual([
      'PORT must be a number from 1 to 65535, not "x"',
      'TWILIO_AUTH_TOKEN must be text without spaces, not what was given',
    ]);
  });
});

describe('HOTLINE_CONFIG', () => {
  it('is reported in one line when it is missing', () => {
    expect(faultOf({ HOTLINE_CONFIG: '/no/such.json' })).toBe(
      'HOTLINE_CONFIG /no/such.json: cannot be read (ENOENT)',
    );
  });
  it('is reported in one line when it is not JSON', () => {
    const path = written('broken.json', '{ "groupName": ');
    expect(faultOf({ HOTLINE_CONFIG: path })).toMatch(/^HOTLINE_CONFIG \S+: is not JSON: .+$/);
  });
  it('is reported with the place inside the file', () => {
    const path = written('zone.json', { ...example, zones: [zone, { ...zone, districts: [] }] });
    expect(faultOf({ HOTLINE_CONFIG: path })).toMatch(
      /^HOTLINE_CONFIG \S+zone\.json: zones\[1\]\.districts: Too small[^\n]*$/,
    );
  });
  it.each(languages)('names the zone without a name in %s', (language) => {
    const { [language]: _, ...names } = zone.names;
    const path = written('names.json', { ...example, zones: [{ ...zone, names }] });
    expect(faultOf({ HOTLINE_CONFIG: path })).toBe(
      `HOTLINE_CONFIG ${path}: zones[0].names.${language}: a zone needs its name in every language`,
    );
  });
  it('is reported with the number of further errors', () => {
    const path = written('empty.json', {});
    expect(faultOf({ HOTLINE_CONFIG: path })).toMatch(
      /^HOTLINE_CONFIG \S+: groupName: [^\n]* \(and \d+ more\)$/,
    );
    expect(faultOf({ HOTLINE_CONFIG: written('list.json', '[]') })).toMatch(/: the file: /);
  });
});
