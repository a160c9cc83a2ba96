import { describe, expect } from 'vitest';
import { seconds } from '#shared/terms/time.ts';
import { messageSid } from '../../fixtures/message-sid.ts';
import type { Phone } from '../../world/phone.ts';
import { scenario } from '../../world/scenario.ts';
import { says } from '../../world/steps/expected-messages.ts';
import { calls, inTexts, presses } from '../../world/steps/played-calls.ts';
import { postForm } from '../../world/steps/posted-forms.ts';
import { waitsForCheck } from '../../world/steps/scenario-steps.ts';

/** The number of a volunteer as carriers write it. */
const shapes: [string, (phone: Phone) => string][] = [
  ['91…', ({ number }) => number.slice(1)],
  ['0…', ({ number }) => `0${number.slice(3)}`],
  ['0091…', ({ number }) => `00${number.slice(1)}`],
  ['sip:+91…@', ({ number }) => `sip:${number}@calls.example.org`],
  ['sip:0…@', ({ number }) => `sip:0${number.slice(3)}@calls.example.org`],
  ['sip:91…@', ({ number }) => `sip:${number.slice(1)}@calls.example.org`],
];

describe('a volunteer whose number comes in another shape', () => {
  for (const [shape, write] of shapes) {
    scenario(
      `verifies in a call: ${shape}`,
      async (world) => {
        const { verifier, family, code } = await waitsForCheck(world);
        const call = await calls(world, write(verifier));
        expect(call.words).toContain('Please key in your own code');
        await presses(call, verifier.ownCode(code));
        expect(call.words).toContain('If it is true, press one');
        await presses(call, '1');
        await call.hangsUp();
        await world.clock.advance(seconds(20));
        family.hears(says.verified, code);
        family.hearsOnly(says.everyoneAsked);
      },
      inTexts,
    );

    scenario(`verifies by text: ${shape}`, async (world) => {
      const { verifier, family, code } = await waitsForCheck(world);
      const { text } = await postForm(world, '/twilio/sms', {
        From: write(verifier),
        To: '+915320000000',
        Body: `OK ${verifier.ownCode(code)}`,
        MessageSid: messageSid('ok'),
      });
      expect(text).toContain(says.thanksOk);
      await world.clock.advance(seconds(20));
      family.hears(says.verified, code);
      family.hearsOnly(says.everyoneAsked);
    });
  }
});
