import { once } from 'node:events';
import { createServer } from 'node:http';

/** One number as Twilio stores it (its IncomingPhoneNumber resource). */
export type CarrierNumber = Record<string, unknown> & { phone_number: string };

/** The overrides that the handbook asks for. */
export const forTexts = '#rc=3&rp=all&rt=4500';
const forCalls = '#rc=2&rp=5xx,ct';

/** A number with the settings it should have at the carrier. */
export const validNumber = (phone_number: string, url: string): CarrierNumber => ({
  phone_number,
  capabilities: { voice: true, sms: true, mms: false, fax: false },
  sms_url: `${url}/twilio/sms${forTexts}`,
  sms_method: 'POST',
  sms_fallback_url: `${url}/twilio/sms/fallback${forTexts}`,
  sms_fallback_method: 'POST',
  sms_application_sid: '',
  voice_url: `${url}/twilio/voice${forCalls}`,
  voice_method: 'POST',
  voice_fallback_url: `${url}/twilio/voice/fallback${forCalls}`,
  voice_fallback_method: 'POST',
  voice_application_sid: null,
  trunk_sid: null,
  status_callback: `${url}/twilio/status${forTexts}`,
  status_callback_method: 'POST',
});

/** Serves the part of Twilio's REST API that describes the account and its numbers. Its state may change at any time. */
export const startCarrierNumbers = async (account = { sid: 'AC1', token: 'secret' }) => {
  const state = {
    account: { status: 'active', type: 'Full' },
    balance: '120.50',
    numbers: [] as CarrierNumber[],
    /** Added to the Date header. Unit: real milliseconds. */
    skewMs: 0,
    /** The status of all responses. */
    status: 200,
  };
  const login = `Basic ${Buffer.from(`${account.sid}:${account.token}`).toString('base64')}`;
  const base = `/2010-04-01/Accounts/${account.sid}`;
  const server = createServer(({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://carrier');
    const wanted = searchParams.get('PhoneNumber') ?? '';
    const answers: Record<string, unknown> = {
      [`${base}.json`]: state.account,
      [`${base}/Balance.json`]: { balance: state.balance, currency: 'USD' },
      [`${base}/IncomingPhoneNumbers.json`]: {
        incoming_phone_numbers: state.numbers.filter((n) => n.phone_number.includes(wanted)),
      },
    };
    const isKnown = headers.authorization === login;
    const status = state.status !== 200 ? state.status : !isKnown ? 401 : 200;
    response
      .writeHead(pathname in answers ? status : 404, {
        'Content-Type': 'application/json',
        Date: new Date(Date.now() + state.skewMs).toUTCString(),
      })
      .end(JSON.stringify(status === 200 ? answers[pathname] : { code: 20003, status }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    state,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
