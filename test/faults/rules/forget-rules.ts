import { entityOf, type Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import type { RuleOptions } from './expectations.ts';

/** After FORGET only a new text or call of the person may store their number again. */
export const createForgetRules = ({ events, mustHold }: RuleOptions) => {
  const forgotten = new Set<string>();

  return {
    saved({ writes, task }: Saved): void {
      for (const write of writes) {
        const person = entityOf(write);
        if (person.kind !== 'person') continue;
        const { phone } = person;
        if ('remove' in write) forgotten.add(phone);
        else if (forgotten.delete(phone))
          mustHold(
            task?.from === phone,
            `${nameOf(phone)} is erased, but is stored again without a text of theirs`,
          );
      }
    },
    /** Replies are kept for two days in case the carrier repeats the text. No other item may contain the number. */
    end(): void {
      const kept = [...events.everything().values()].filter(({ kind }) => kind !== 'reply');
      for (const entity of forgotten.size > 0 ? kept : []) {
        const text = JSON.stringify(entity);
        for (const phone of forgotten)
          mustHold(
            !text.includes(phone.slice('+91'.length)),
            `${nameOf(phone)} is erased, but their number is in a ${entity.kind}`,
          );
      }
    },
  };
};
