import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasEnded } from '#infra/local/simulator/calls/sim-call.ts';
import { seconds } from '#shared/terms/time.ts';
import { anita, bimla, chetan, twimlHotline } from '../fixtures/twiml-hotline.ts';

const verbs = [
  '<Say>Some words to hear</Say>',
  '<Pause length="2"/>',
  '<Gather action="b" numDigits="1" timeout="3"><Say>Press a key</Say></Gather>',
  '<Gather action="c" input="dtmf speech" timeout="3"/>',
  '<Record action="b" maxLength="5" timeout="2"/>',
  `<Dial action="c" timeout="9" timeLimit="20"><Number url="w">${bimla}</Number><Number url="w">${chetan}</Number></Dial>`,
  `<Dial answerOnBridge="true" timeLimit="5">${bimla}</Dial>`,
  '<Hangup/>',
  '<Reject/>',
  '<Nonsense/>',
];
const page = fc.array(fc.constantFrom(...verbs), { maxLength: 4 }).map((list) => list.join(''));
const whisper = fc.constantFrom(
  '',
  '<Hangup/>',
  '<Gather action="v" numDigits="1"><Say>Press one</Say></Gather><Hangup/>',
  `<Dial>${anita}</Dial>`,
);
const action = fc.record({
  does: fc.constantFrom('call', 'order', 'press', 'speak', 'answer', 'decline', 'hangUp', 'wait'),
  whose: fc.nat(5),
  key: fc.constantFrom('1', '#', '12', '*'),
  phone: fc.constantFrom(anita, bimla, chetan),
  after: fc.integer({ min: 0, max: 8000 }),
});

test('every simulated call ends exactly once and leaves nothing waiting, whatever TwiML and people do', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ voice: page, out: page, b: page, c: page, w: whisper, v: whisper }),
      fc.array(action, { maxLength: 15 }),
      async (pages, actions) => {
        const w = twimlHotline({ ...pages, 'voice/fallback': '<Say>Sorry</Say>', plain: '' });
        const pending: Promise<unknown>[] = [];
        for (const { does, whose, key, phone, after } of actions) {
          const all = w.calls.all();
          const sid = all[whose % Math.max(1, all.length)]?.sid;
          if (does === 'call') pending.push(w.calls.call(phone));
          else if (does === 'order') pending.push(Promise.resolve(w.order({ To: phone })));
          else if (sid === undefined || does === 'wait') await w.pass(after);
          else if (does === 'press') pending.push(w.calls.press(sid, key));
          else if (does === 'speak') pending.push(w.calls.speak(sid, 'a few words'));
          else pending.push(w.calls[does](sid));
          await w.pass(after % 500);
        }
        await w.pass(seconds(30));
        const list = await (await w.rest('Calls.json?PageSize=1000')).json();
        const own = (list as { calls: { sid: string; direction: string }[] }).calls
          .filter((call) => call.direction !== 'outbound-dial')
          .map((call) => call.sid);
        // Legs end with their call.
        for (const sid of own) await w.calls.hangUp(sid);
        await w.pass(1);
        await Promise.all(pending);
        const calls = w.calls.all();
        expect(calls.filter((call) => !hasEnded(call))).toEqual([]);
        expect(calls.filter((call) => call.talkingWith ?? call.waitsFor)).toEqual([]);
        const reported = w.asked
          .filter((a) => a.path.startsWith('status') && a.form['CallDuration'] !== undefined)
          .map((a) => a.form['CallSid']);
        expect(reported.toSorted()).toEqual(own.toSorted());
        expect(w.asked.every((a) => a.signed)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
