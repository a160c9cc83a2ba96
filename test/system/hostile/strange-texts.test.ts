import { type Attack, runAttacks } from './run-attacks.ts';

const attacks: Attack[] = [
  {
    name: 'a link as a name in a request',
    guard: {
      module: '#shared/conversation/words/lists/luring-words.ts',
      off: { luringWords: { at: () => 0 }, hasLinkEnd: () => false },
    },
    strike: async ({ createWorld }) => {
      const world = await createWorld();
      const attacker = world.phone('Eve');
      await attacker.texts('Need B+ blood 2 units urgent 211001');
      for (const answer of ['www.evil.in', 'Www Evil Com', 'Click Evil Com', 'Send Otp'])
        await attacker.texts(answer);
      const stored = JSON.stringify(world.table());
      return /evil/i.exec(stored)?.[0] ?? attacker.unread().find((text) => /evil|otp/i.test(text));
    },
  },
  {
    name: "a text from the hotline's own number, which would answer itself",
    guard: {
      module: '#functions/use-cases/callable-number.ts',
      off: { isOwnNumber: () => false },
    },
    strike: async ({ createWorld, account, publicUrl, signedForm }) => {
      const { app, services } = await createWorld();
      const fields = {
        MessageSid: `SM${'1'.repeat(32)}`,
        From: services.hotlineNumber,
        To: services.hotlineNumber,
        Body: 'MENU',
      };
      const body = new URLSearchParams(fields).toString();
      const answer = await app.fetch(signedForm(`${publicUrl}/twilio/sms`, body, account));
      const twiml = await answer.text();
      return twiml.includes('<Message>') ? twiml : undefined;
    },
  },
];

runAttacks(attacks);
