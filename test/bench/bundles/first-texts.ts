import { createDocumentClient, createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import { createDynamoDbStore } from '#functions/adapters/dynamodb/dynamodb-store.ts';
import { createTable } from '#infra/table.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs, hours, minutes } from '#shared/terms/time.ts';
import {
  aDonor,
  alertId,
  anAlert,
  aPerson,
  aRequest,
  code,
  requestId,
} from '../../contract/samples.ts';
import { startOpenDynoxide } from '../../world/servers/open-dynoxide.ts';
import { signedForm } from '../../world/signed-form.ts';

/** The first text that a new process of receive-sms answers: a donor's yes to an alert, or a family's need. */
export const firstTexts = {
  '1': { body: '1', answer: /come to SRN/ },
  need: {
    body: 'Need B+ blood 2 units SRN hospital Prayagraj 211001 urgent patient Ramesh',
    answer: /Who is with the patient/,
  },
} as const;
export type FirstText = keyof typeof firstTexts;

type Carrier = { publicUrl: string; authToken: string };

/** A table in which each `event` finds another phone. */
export const openFirstTexts = async (table: string, carrier: Carrier) => {
  const database = await startOpenDynoxide();
  const client = createDynamoDbClient(database.endpoint);
  await createTable(client, table);
  const store = createDynamoDbStore(createDocumentClient(client), table);
  let phones = 0;

  const askDonor = async (n: number, phone: ReturnType<typeof phoneNumberSchema.parse>) => {
    const now = Date.now();
    const at = epochMs(now - minutes(10));
    const request = `r${n}`;
    const named = { requestId: requestId(request), code: code(String(1000 + n)) };
    const nextStageAt = epochMs(now + minutes(15));
    await store.save([
      {
        put: aRequest(request, {
          code: named.code,
          neededBy: epochMs(now + hours(6)),
          createdAt: at,
          stages: 1,
          phase: { type: 'searching', reach: 0, nextStageAt, toReplace: 0, exhausted: false },
          verifiedBy: phoneNumberSchema.parse('+919415000099'),
        }),
      },
      { put: anAlert(request, `a${n}`, { phone, at, state: 'sent' }) },
      {
        put: aPerson(n, {
          phone,
          name: 'Asha',
          language: 'en',
          donor: aDonor({ mayGiveFrom: at }),
          createdAt: at,
          alerts: [
            { ...named, alertId: alertId(`a${n}`), at, openUntil: nextStageAt, state: 'open' },
          ],
        }),
      },
    ]);
  };

  return {
    endpoint: database.endpoint,
    /** The event of the API Gateway for this text from a phone that has not written before. */
    async event(text: FirstText): Promise<object> {
      phones += 1;
      const phone = phoneNumberSchema.parse(`+919415${String(100_000 + phones)}`);
      if (text === '1') await askDonor(phones, phone);
      const url = `${carrier.publicUrl}/twilio/sms`;
      const body = new URLSearchParams({
        MessageSid: `SM${String(phones).padStart(32, '0')}`,
        From: phone,
        To: '+915320000000',
        Body: firstTexts[text].body,
        NumMedia: '0',
      }).toString();
      const { headers } = signedForm(url, body, carrier);
      return {
        version: '2.0',
        rawPath: '/twilio/sms',
        rawQueryString: '',
        headers: Object.fromEntries(headers),
        requestContext: {
          domainName: 'example.org',
          http: { method: 'POST', path: '/twilio/sms', sourceIp: '192.0.2.10' },
        },
        body,
        isBase64Encoded: false,
      };
    },
    async close(): Promise<void> {
      client.destroy();
      await database.stop();
    },
  };
};
