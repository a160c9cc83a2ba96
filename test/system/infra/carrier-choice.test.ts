import { afterAll, expect, test } from 'vitest';
import { registerAcme } from '../../acme/register-acme.ts';
import { type Json, synthesized } from './synthesized.ts';

const unregister = registerAcme();
afterAll(unregister);
const stack = synthesized({ carrierTexts: 'acme' });

test('a second carrier of texts has its routes, its secret and its outputs', () => {
  const routes = stack
    .resources('AWS::ApiGatewayV2::Route')
    .map(([, { Properties }]) => String(Properties.RouteKey));
  expect(routes).toEqual(
    expect.arrayContaining(['POST /acme/sms', 'POST /acme/status', 'POST /twilio/voice']),
  );
  expect(routes).not.toContain('POST /twilio/sms');
  expect(stack.lambdaOf('ReceiveSms').Properties.Environment.Variables).toMatchObject({
    CARRIER_TEXTS: 'acme',
    CARRIER_CALLS: 'twilio',
    ACME_SECRET_ARN: { Ref: expect.any(String) },
    TWILIO_SECRET_ARN: { Ref: expect.any(String) },
  });
  const [queued] = stack
    .resources('AWS::ApiGatewayV2::Integration')
    .flatMap(([, { Properties }]) => Properties.RequestParameters?.MessageAttributes ?? []);
  expect(queued).toContain('"/acme/sms/fallback"');
  expect(queued).toContain('{request.header.x-acme-signature}');
  const secrets = stack.resources('AWS::SecretsManager::Secret').map(([, s]) => s.Properties);
  expect(secrets.map(({ Description }) => Description).sort()).toEqual([
    'ACME_KEY of Mitra Hotline',
    'TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN of Mitra Hotline',
  ]);
  for (const [, { Properties }] of stack.resources('AWS::IAM::Role')) {
    const statements: Json[] = (Properties.Policies ?? []).flatMap(
      ({ PolicyDocument }: Json) => PolicyDocument.Statement,
    );
    const reads = statements.filter(({ Sid }) => Sid === 'ReadCarrierSecret');
    if (reads.length > 0) expect(reads.map(({ Resource }) => Resource.length)).toEqual([2]);
  }
  const { Outputs } = stack.json;
  expect(Outputs.CarrierIncomingSms.Description).toBe('Acme: Inbox URL');
  expect(Outputs.SecretToFill.Description).toBe('Fill in ACME_KEY');
});

test('a wrong carrier is refused in one line', () => {
  expect(() => synthesized({ carrierCalls: 'acme' })).toThrow(
    '-c carrierCalls=acme: must be twilio or plivo',
  );
});

test('a carrier of WhatsApp beside those of texts and calls has its routes, its secret and its outputs', () => {
  const three = synthesized({
    carrierTexts: 'exotel',
    carrierCalls: 'plivo',
    carrierWhatsapp: 'twilio',
    answerNumber: '+915320000002',
  });
  const routes = three
    .resources('AWS::ApiGatewayV2::Route')
    .map(([, { Properties }]) => String(Properties.RouteKey));
  expect(routes).toEqual(
    expect.arrayContaining([
      'POST /exotel/sms/{secret}',
      'POST /plivo/voice',
      'POST /twilio/sms',
      'POST /twilio/sms/fallback',
      'POST /twilio/status/message',
    ]),
  );
  expect(routes).not.toContain('POST /twilio/voice');
  expect(three.lambdaOf('ReceiveSms').Properties.Environment.Variables).toMatchObject({
    CARRIER_TEXTS: 'exotel',
    CARRIER_CALLS: 'plivo',
    CARRIER_WHATSAPP: 'twilio',
    TWILIO_SECRET_ARN: { Ref: expect.any(String) },
  });
  const { Outputs } = three.json;
  expect(Outputs.CarrierIncomingWhatsApp.Description).toBe(
    'Twilio: of the WhatsApp sender, a message comes in (POST)',
  );
  expect(Outputs.SecretOfWhatsAppToFill.Description).toBe(
    'Fill in TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN',
  );
  expect(() => synthesized({ carrierWhatsapp: 'plivo' })).toThrow(
    '-c carrierWhatsapp=plivo: must be twilio',
  );
});
