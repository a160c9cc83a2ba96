import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { messageSid } from '../fixtures/message-sid.ts';
import { codeIn } from '../world/scenario.ts';
import { readTwiml } from '../world/servers/foreign-calls.ts';
import { signedForm } from '../world/signed-form.ts';
import { searchedFor } from '../world/steps/scenario-steps.ts';
import { account, createWorld, missedCallNumber, publicUrl } from '../world/world.ts';

/*
 * An unknown phone cannot make the hotline text or call a third number. Whatever it texts, keys or says, other people's
 * numbers included, messages and calls go to that phone or to volunteers on duty only.
 */

const eve = '+919999000001';
/** Numbers as people write them: of a donor, an unused one, of another country, of a family. */
const numbers = ['+919450000003', '9450000003', '094500 00002', '+12025550123', '9812345678'];
const commands = [
  ...'JOIN BLOOD DONE DROP PAUSE ON OFF GAVE STATUS CLOSE MORE OK NO MENU LANG FORGET'.split(' '),
  ...'CALLS TEXTS HIDE SHOW TRUST UNTRUST YES STOP START haan nahi खून चाहिए'.split(' '),
];
const others = [
  ...['Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh', 'attendant', 'call me'],
  ...[
    'A+',
    'SRN hospital',
    '211001',
    'Ramesh',
    'call',
    'sms to',
    'my brother',
    '1',
    '2',
    '3',
    '1990',
  ],
];
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...commands) },
  { weight: 3, arbitrary: fc.constantFrom(...others) },
  { weight: 2, arbitrary: fc.constantFrom(...numbers, 'CODE') },
);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const key = fc.constantFrom(
  '1',
  '2',
  '3',
  '4',
  '5',
  '0',
  '9',
  '*',
  '211001',
  ...numbers.map((n) => n.replace(/\D/g, '')),
);
const action = fc.oneof(
  { weight: 4, arbitrary: text.map((body) => ({ type: 'text' as const, body })) },
  {
    weight: 2,
    arbitrary: fc.array(key, { maxLength: 8 }).map((keys) => ({ type: 'call' as const, keys })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'missed' as const }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 90 }).map((m) => ({ type: 'wait' as const, m })),
  },
);
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never;

/** A world with a request that is searching. The number of every outgoing text and call is recorded. */
const recordedWorld = async () => {
  const world = await createWorld({ missedCallNumber });
  const { family, verifier, code } = await searchedFor(world);
  const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
  const donor = await world.donor('Asha', { group: 'AB-', pin: '226001' });
  const offDuty = await world.volunteer('Mohan');
  await offDuty.texts('OFF');
  await family.closes(`CLOSE ${code}`);
  await world.clock.advance(minutes(5));
  const sent: string[] = [];
  const { carrier } = world.services;
  world.services.carrier = {
    ...carrier,
    send: (message) => {
      sent.push(message.to);
      return carrier.send(message);
    },
    call: (call) => {
      sent.push(call.to);
      return carrier.call(call);
    },
  };
  const onDuty = [verifier.number, coordinator.number];
  return { world, sent, code, onDuty, bystanders: [family.number, donor.number, offDuty.number] };
};
type RecordedWorld = Awaited<ReturnType<typeof recordedWorld>>;

let posts = 0;
/** Posts a webhook and returns the answer. Numbers that the answer texts or calls are recorded. */
const post = async (
  { world, sent }: RecordedWorld,
  path: string,
  fields: Record<string, string>,
) => {
  const body = new URLSearchParams({ From: eve, To: '+915320000000', ...fields }).toString();
  const { authToken } = account;
  const answer = await world.app.fetch(signedForm(publicUrl + path, body, { authToken }));
  expect(answer.status).toBe(200);
  const xml = await answer.text();
  for (const [, number = ''] of xml.matchAll(/<Number[^>]*>([^<]*)</g)) sent.push(number);
  for (const [, number = ''] of xml.matchAll(/<Message[^>]* to="([^"]*)"/g)) sent.push(number);
  await world.settle();
  return xml;
};

const calls = async (recorded: RecordedWorld, keys: string[]): Promise<void> => {
  posts += 1;
  const CallSid = `CA${posts}`;
  let xml = await post(recorded, '/twilio/voice', { CallSid });
  for (const Digits of keys) {
    const gather = readTwiml(xml).find((verb) => 'action' in verb.attributes);
    if (!gather) break;
    const path = (gather.attributes['action'] ?? '').replace(publicUrl, '');
    const fields: Record<string, string> =
      gather.name === 'Dial'
        ? { DialCallStatus: 'no-answer' }
        : gather.name === 'Record'
          ? { RecordingSid: `RE${posts}`, RecordingDuration: '3' }
          : { Digits };
    xml = await post(recorded, path, { CallSid, ...fields });
  }
  const ended = new URLSearchParams({ CallSid, CallStatus: 'completed' }).toString();
  const { authToken } = account;
  await recorded.world.app.fetch(signedForm(`${publicUrl}/twilio/status`, ended, { authToken }));
};

const perform = async (recorded: RecordedWorld, action: Action): Promise<void> => {
  posts += 1;
  switch (action.type) {
    case 'text': {
      const Body = action.body.replaceAll('CODE', recorded.code);
      await post(recorded, '/twilio/sms', { MessageSid: messageSid(`${posts}`), Body });
      return;
    }
    case 'call':
      return calls(recorded, action.keys);
    case 'missed':
      await post(recorded, '/twilio/voice', { CallSid: `CA${posts}`, To: missedCallNumber });
      return;
    case 'wait':
      return recorded.world.clock.advance(minutes(action.m));
  }
};

test('an unknown phone reaches only itself and volunteers on duty, whatever it does', async () => {
  let volunteersReached = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 10 }), async (actions) => {
      const recorded = await recordedWorld();
      for (const one of actions) await perform(recorded, one);
      await recorded.world.clock.advance(hours(2));
      const allowed = new Set([eve, ...recorded.onDuty]);
      expect(recorded.sent.filter((to) => !allowed.has(to))).toEqual([]);
      if (recorded.sent.some((to) => recorded.onDuty.includes(to as never))) volunteersReached += 1;
    }),
    { numRuns: 50, seed: 20261123 },
  );
  // The run did send messages to volunteers.
  expect(volunteersReached).toBeGreaterThan(10);
});

test('the check detects a message to a third number', async () => {
  const recorded = await recordedWorld();
  const [other = ''] = recorded.bystanders;
  await recorded.world.services.carrier.send({
    to: other as never,
    channel: 'sms',
    text: 'x',
    messageId: 'm',
  });
  expect(recorded.sent).toEqual([other]);
});

test('a request that names other numbers asks volunteers and no third number', async () => {
  const recorded = await recordedWorld();
  const need = `Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Om ${numbers.join(' ')}`;
  await post(recorded, '/twilio/sms', { MessageSid: messageSid('a'), Body: need });
  const opened = await post(recorded, '/twilio/sms', { MessageSid: messageSid('b'), Body: '1' });
  expect(codeIn(opened)).not.toBe('');
  await recorded.world.clock.advance(hours(5));
  expect(recorded.sent.length).toBeGreaterThan(1);
  for (const to of recorded.sent) expect([eve, ...recorded.onDuty]).toContain(to);
});
