import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { createTwilioCarrier } from '#functions/carriers/twilio/twilio-carrier.ts';
import { noFaults } from '#infra/local/simulator/faults.ts';
import { mediaSidOf } from '#infra/local/simulator/messages/sim-message.ts';
import { createSimulatedCarrier } from '#infra/local/simulator/simulated-carrier.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { aCall, aText, type CarrierFault, type CarrierWorld } from './carrier.contract.ts';

const account = { accountSid: 'AC1', authToken: 'secret' };
const hotlineNumber = phoneNumberSchema.parse('+915320000000');
const publicUrl = 'https://hotline.example.org';

/** The simulated carrier behind a real socket, and the adapter that calls it. */
export const openSimulated = async (): Promise<CarrierWorld & { close(): Promise<void> }> => {
  const accepted: ReturnType<CarrierWorld['accepted']> = [];
  let unreachable = false;
  let form = new URLSearchParams();
  const ordered: URLSearchParams[] = [];
  let recorded = '';
  const simulated = createSimulatedCarrier({
    ...account,
    publicUrl,
    hotlineNumber,
    now: Date.now,
    later: () => {},
    webhook: async (request) => {
      const form = new URLSearchParams(await request.text());
      recorded = form.get('RecordingSid') ?? recorded;
      if (!request.url.endsWith('/twilio/voice')) return new Response(null, { status: 204 });
      return new Response('<Response><Record action="voice/heard"/></Response>', {
        headers: { 'Content-Type': 'text/xml' },
      });
    },
  });
  simulated.calls.onCall(({ direction, status }) => {
    if (direction === 'out' && status === 'queued') ordered.push(form);
  });
  simulated.onMessage(({ text }, news) => {
    if (news !== 'accepted') return;
    const [to = '', from = '', callback = ''] = ['To', 'From', 'StatusCallback'].map(
      (name) => form.get(name) ?? '',
    );
    accepted.push({ to, from, text, callback });
  });
  const server = serve({ fetch: simulated.app.fetch, port: 0, hostname: '127.0.0.1' });
  if (!server.listening) await once(server, 'listening');
  const address = server.address();
  const carrier = createTwilioCarrier({
    ...account,
    from: hotlineNumber,
    publicUrl,
    apiUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    timeoutMs: 1500,
    fetch(url, init) {
      if (unreachable) return Promise.reject(new DOMException('', 'TimeoutError'));
      if (init.body instanceof URLSearchParams) form = init.body;
      return fetch(url, init);
    },
  });

  const befall = async (fault: CarrierFault): Promise<void> => {
    Object.assign(simulated.faults, noFaults());
    unreachable = fault.type === 'time-out-before-accepting';
    if (fault.type === 'time-out-after-accepting') simulated.faults.silenceAfterAccepting = 1;
    if (fault.type !== 'status') return;
    if (fault.status >= 500) simulated.faults.serverError = 1;
    if (fault.code === 20429) simulated.faults.tooManyRequests = 1;
    if (fault.code === 21215) simulated.faults.calls[aCall().to] = 21215;
    if (fault.code === 21610) await simulated.text(aText().to, 'STOP');
  };
  return {
    carrier,
    fault: befall,
    accepted: () => accepted,
    ordered: () => ordered,
    async record(words) {
      const { sid } = await simulated.calls.call(aText().to);
      await simulated.calls.speak(sid, words);
      await simulated.calls.press(sid, '#');
      return recorded;
    },
    async photograph(bytes) {
      const file = Buffer.from(bytes).toString('base64');
      const { messageSid } = await simulated.text(aText().to, '', { channel: 'whatsapp', file });
      return `${messageSid}/${mediaSidOf(messageSid)}`;
    },
    async close() {
      simulated.stop();
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
