import { retryOnConflict } from '#functions/use-cases/retry-on-conflict.ts';
import { UnitOfWork } from '#functions/use-cases/unit-of-work.ts';
import { tellTrust } from '#functions/use-cases/volunteers/change-duty.ts';
import { maskPhoneNumber, parsePhoneNumber } from '#shared/terms/phone-number.ts';
import { type Command, CommandError } from './command.ts';

const mark = (trusted: boolean): Command['run'] => {
  return async ({ services, args: [raw = ''], terminal }) => {
    const phone = parsePhoneNumber(raw);
    if (!phone) throw new CommandError(`"${raw}" is not a phone number`);
    const masked = maskPhoneNumber(phone);
    await retryOnConflict(services, async () => {
      const work = new UnitOfWork(services, services.clock.now());
      const person = await work.person(phone);
      if (person.trusted === trusted) return 'saved';
      work.change({ ...person, trusted });
      // The same line and news as when a coordinator trusts a phone by text.
      work.audit({ what: 'volunteer-trusts', who: 'operator', phone, facts: { trusted } });
      await tellTrust(work, { phone, trusted });
      return work.save('saved');
    });
    terminal.out(`${masked} is ${trusted ? 'trusted' : 'no longer trusted'}`);
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
