import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hours, minutes } from '#shared/terms/time.ts';
import { readTwiml } from '../system/end-to-end/foreign-calls.ts';
import { codeIn } from '../world/scenario.ts';
import { searchedFor } from '../world/scenario-steps.ts';
import { signedForm } from '../world/signed-form.ts';
import { account, createWorld, missedCallNumber, publicUrl } from '../world/world.ts';

/*
 * Nobody can make the hotline text or ring somebody else: whatever an unknown phone texts, keys or says, numbers of
 * others included, what leaves goes to that phone, or to volunteers on duty.
 */

const eve = '+919999000001';
/** Written as people write them: of a donor, of nobody, of another country, of a family. */
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
const deed = fc.oneof(
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
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** A town in which a request is searched for; everything that leaves is noted with its number. */
const noted = async () => {
  const world = await createWorld({ missedCallNumber });
  const { family, verifier, code } = await searchedFor(world);
  const coordinator = await world.volunteer('Meena', { role: 'coordinator' });
  const donor = await world.donor('Asha', { group: 'AB-', pin: '226001' });
  const offDuty = await world.volunteer('Mohan');
  await offDuty.texts('OFF');
  await family.texts(`CLOSE ${code}`);
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
type Noted = Awaited<ReturnType<typeof noted>>;

let posts = 0;
/** What it answers; the numbers that it would ring are noted. */
const post = async ({ world, sent }: Noted, path: string, fields: Record<string, string>) => {
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

const calls = async (town: Noted, keys: string[]): Promise<void> => {
  posts += 1;
  const CallSid = `CA${posts}`;
  let xml = await post(town, '/twilio/voice', { CallSid });
  for (const Digits of keys) {
    const gather = readTwiml(xml).find((verb) => 'action' in verb.attributes);
    if (!gather) break;
    const path = (gather.attributes['action'] ?? '').replace(publicUrl, '');
    const heard: Record<string, string> =
      gather.name === 'Dial'
        ? { DialCallStatus: 'no-answer' }
        : gather.name === 'Record'
          ? { RecordingSid: `RE${posts}`, RecordingDuration: '3' }
          : { Digits };
    xml = await post(town, path, { CallSid, ...heard });
  }
  const ended = new URLSearchParams({ CallSid, CallStatus: 'completed' }).toString();
  const { authToken } = account;
  await town.world.app.fetch(signedForm(`${publicUrl}/twilio/status`, ended, { authToken }));
};

const does = async (town: Noted, it: Deed): Promise<void> => {
  posts += 1;
  switch (it.type) {
    case 'text': {
      const Body = it.body.replaceAll('CODE', town.code);
      await post(town, '/twilio/sms', { MessageSid: `SM${posts}`, Body });
      return;
    }
    case 'call':
      return calls(town, it.keys);
    case 'missed':
      await post(town, '/twilio/voice', { CallSid: `CA${posts}`, To: missedCallNumber });
      return;
    case 'wait':
      return town.world.clock.advance(minutes(it.m));
  }
};

test('whatever an unknown phone does, nobody hears of it but itself and volunteers on duty', async () => {
  let volunteersHeard = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 10 }), async (deeds) => {
      const town = await noted();
      for (const it of deeds) await does(town, it);
      await town.world.clock.advance(hours(2));
      const allowed = new Set([eve, ...town.onDuty]);
      expect(town.sent.filter((to) => !allowed.has(to))).toEqual([]);
      if (town.sent.some((to) => town.onDuty.includes(to as never))) volunteersHeard += 1;
    }),
    { numRuns: 100, seed: 20261123 },
  );
  // It is not for want of messages.
  expect(volunteersHeard).toBeGreaterThan(10);
});

test('the check sees a message to somebody else', async () => {
  const town = await noted();
  const [other = ''] = town.bystanders;
  await town.world.services.carrier.send({
    to: other as never,
    channel: 'sms',
    text: 'x',
    messageId: 'm',
  });
  expect(town.sent).toEqual([other]);
});

test('a request of theirs, numbers of others in it, asks volunteers and tells nobody else', async () => {
  const town = await noted();
  const need = `Need B+ blood 2 units SRN hospital Prayagraj urgent patient Ramesh attendant Om ${numbers.join(' ')}`;
  await post(town, '/twilio/sms', { MessageSid: 'SMa', Body: need });
  const opened = await post(town, '/twilio/sms', { MessageSid: 'SMb', Body: '1' });
  expect(codeIn(opened)).not.toBe('');
  await town.world.clock.advance(hours(5));
  expect(town.sent.length).toBeGreaterThan(1);
  for (const to of town.sent) expect([eve, ...town.onDuty]).toContain(to);
});
