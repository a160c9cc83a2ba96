import { describe, expect } from 'vitest';
import { scenario } from '../../world/scenario.ts';
import { oneUnitAsked } from '../../world/steps/alert-steps.ts';
import { pledgeStates } from '../../world/steps/scenario-steps.ts';

const questions: readonly (readonly [RegExp, readonly string[]])[] = [
  [/Police Mitra/, ['who are you people?', 'aap kaun ho', 'आप कौन हैं']],
  [/SRN/, ['how far is it?', 'kaha aana hai', 'कितनी दूर है']],
  [/\bID\b|pehchaan|पहचान/, ['what should I bring?', 'kya lana hai', 'क्या लाना है']],
  [/65/, ['can I give with diabetes?', 'tattoo hai, kya de sakta hu', 'शुगर है क्या दे सकता हूं']],
  [/B\+/, ['is another group ok?', 'mera group O+ hai', 'मेरा ग्रुप दूसरा है']],
  [/hour|ghanta|घंटा/, ['how long does it take?', 'kitna time lagega', 'कितना समय लगेगा']],
  [/0532 000 0000/, ['call me', 'please call me once', 'मुझे फोन करो']],
];

describe('a question about an open alert', () => {
  for (const [answer, texts] of questions)
    for (const text of texts)
      scenario(`"${text}" gets an answer, and is neither yes nor no`, async (world) => {
        const { amit, code } = await oneUnitAsked(world);
        await amit.texts(text);
        amit.hearsOnly(answer);
        expect(await pledgeStates(world, code)).toEqual([]);
        expect((await world.file(code)).alerts[0]?.state).toBe('sent');
      });
});

describe('a question of a stranger', () => {
  for (const text of ['who are you?', 'aap log kaun ho', 'आप कौन हो'])
    scenario(`"${text}" gets the name of the group`, async (world) => {
      const stranger = world.phone('Ravi');
      await stranger.texts(text);
      stranger.hearsOnly(/Police Mitra/);
    });
});
