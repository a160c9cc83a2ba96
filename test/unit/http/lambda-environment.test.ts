import { describe, expect, it } from 'vitest';
import { carrierDefinitions } from '#functions/carriers/registry.ts';
import { parseCarrierSecret, parseLambdaEnvironment } from '#functions/http/lambda-environment.ts';
import type { CarrierDefinition } from '#functions/ports/carrier-definition.ts';

const base = {
  STAGE: 'dev',
  TABLE_NAME: 'hotline',
  PUBLIC_URL: 'https://hotline.example.org',
  HOTLINE_NUMBER: '+915320000000',
};
/** Each carries texts at least. */
const definitions: CarrierDefinition[] = Object.values(carrierDefinitions);
const carriers = definitions
  .filter(({ carries }) => carries.includes('sms'))
  .map(({ name }) => name)
  .join(' or ');
const secretArn = 'arn:aws:secretsmanager:ap-south-1:1:secret:twilio';
const good = { ...base, TWILIO_SECRET_ARN: secretArn };
const parsedGood = {
  ...base,
  carriers: { texts: 'twilio', calls: 'twilio' },
  carrierEnvironments: [{ name: 'twilio', secretArn, values: {} }],
};

describe('the environment on Lambda', () => {
  it('holds the values the stack sets, and nothing else', () => {
    const secrets = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' };
    expect(parseLambdaEnvironment({ ...good, ...secrets, PATH: '/bin' })).toEqual(parsedGood);
  });

  it('may name a missed-call number', () => {
    const MISSED_CALL_NUMBER = '+915320000001';
    expect(parseLambdaEnvironment({ ...good, MISSED_CALL_NUMBER })).toMatchObject({
      MISSED_CALL_NUMBER,
    });
    expect(parseLambdaEnvironment({ ...good, MISSED_CALL_NUMBER: '' })).toEqual(parsedGood);
  });

  it.each([
    [{ STAGE: undefined }, 'STAGE is missing'],
    [{ TABLE_NAME: undefined }, 'TABLE_NAME is missing'],
    [{ PUBLIC_URL: '' }, 'PUBLIC_URL is missing'],
    [{ PUBLIC_URL: 'hotline' }, 'PUBLIC_URL must be an http or https URL'],
    [{ HOTLINE_NUMBER: undefined }, 'HOTLINE_NUMBER is missing'],
    [
      { HOTLINE_NUMBER: '0532' },
      'HOTLINE_NUMBER must be a phone number like +915320000000 (E.164)',
    ],
    [
      { MISSED_CALL_NUMBER: '0532' },
      'MISSED_CALL_NUMBER must be a phone number like +915320000000 (E.164)',
    ],
    [
      { MISSED_CALL_NUMBER: good.HOTLINE_NUMBER },
      'MISSED_CALL_NUMBER must be another number than HOTLINE_NUMBER: it is never answered',
    ],
    [{ CARRIER_TEXTS: 'acme' }, `CARRIER_TEXTS must be ${carriers}, not "acme"`],
    [{ CARRIER_CALLS: 'toString' }, 'CARRIER_CALLS must be twilio or plivo, not "toString"'],
    [{ TWILIO_SECRET_ARN: '' }, 'TWILIO_SECRET_ARN is missing'],
    [{ TWILIO_SECRET_ARN: 'token' }, 'TWILIO_SECRET_ARN must be the ARN of a secret'],
    [{ TWILIO_API_URL: 'x' }, 'TWILIO_API_URL must be an http or https URL'],
    [{ TABLE_NAME: 'x', PUBLIC_URL: 'x' }, /^TABLE_NAME must .*\nPUBLIC_URL must .*$/],
  ])('reports %j in one line', (wrong, line) => {
    expect(() => parseLambdaEnvironment({ ...good, ...wrong })).toThrow(
      expect.objectContaining({
        name: 'EnvironmentError',
        message: line instanceof RegExp ? expect.stringMatching(line) : line,
      }),
    );
  });
});

describe("Twilio's secret", () => {
  it('has both credentials', () => {
    const credentials = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'token' };
    expect(parseCarrierSecret('twilio', JSON.stringify(credentials))).toEqual(credentials);
    const during = { ...credentials, TWILIO_AUTH_TOKEN_BEFORE: 'old' };
    expect(parseCarrierSecret('twilio', JSON.stringify(during))).toEqual(during);
  });

  it.each([
    ['{"TWILIO_AUTH_TOKEN":"token"}', 'TWILIO_ACCOUNT_SID is missing'],
    ['{"TWILIO_ACCOUNT_SID":"AC1"}', 'TWILIO_AUTH_TOKEN is missing'],
    [
      '{"TWILIO_ACCOUNT_SID":"","TWILIO_AUTH_TOKEN":"token"}',
      "TWILIO_ACCOUNT_SID is empty: put Twilio's account SID into the secret",
    ],
    [
      '{"TWILIO_ACCOUNT_SID":"AC1","TWILIO_AUTH_TOKEN":"token","TWILIO_AUTH_TOKEN_BEFORE":7}',
      'TWILIO_AUTH_TOKEN_BEFORE must be text',
    ],
    ['token', 'TWILIO_SECRET_ARN names a secret that is not a JSON object'],
    ['["token"]', 'TWILIO_SECRET_ARN names a secret that is not a JSON object'],
  ])('reports %s in one line that never repeats the secret', (text, line) => {
    expect(() => parseCarrierSecret('twilio', text)).toThrow(
      expect.objectContaining({ name: 'EnvironmentError', message: line }),
    );
  });
});
