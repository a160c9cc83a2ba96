import { attempt } from '#functions/use-cases/attempt.ts';
import { newPerson } from '#shared/donor/new-person.ts';
import { maskPhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { type Command, CommandError } from './command.ts';

const mark = (trusted: boolean): Command['run'] => {
  return async ({ services, args: [raw = ''], terminal }) => {
    const phone = parsePhoneNumber(raw);
    if (!phone) throw new CommandError(`"${raw}" is not a phone number`);
    await attempt(services, async () => {
      const { store, clock } = services;
      const person = (await store.person(phone)) ?? newPerson(phone, clock.now());
      if (person.trusted === trusted) return 'saved';
      return store.save([{ put: { ...person, trusted } }]);
    });
    terminal.out(`${maskPhoneNumber(phone)} is ${trusted ? 'trusted' : 'no longer trusted'}`);
    return 0;
  };
};

export const trust: Command = {
  summary: 'requests from this phone (a blood bank’s own, say) skip the wait for a verifier',
  args: ['PHONE'],
  run: mark(true),
};

export const untrust: Command = {
  summary: 'requests from this phone wait for a verifier again',
  args: ['PHONE'],
  run: mark(false),
};
