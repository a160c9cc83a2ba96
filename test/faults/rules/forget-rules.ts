import { entityOf, type Saved } from '../event-record.ts';
import { nameOf } from '../fault-people.ts';
import type { RuleOptions } from './expectations.ts';

/** Whoever is forgotten is forgotten: nothing but their own new word brings their number back. */
export const createForgetRules = ({ ledger, mustHold }: RuleOptions) => {
  const forgotten = new Set<string>();

  return {
    saved({ writes, errand }: Saved): void {
      for (const write of writes) {
        const person = entityOf(write);
        if (person.kind !== 'person') continue;
        const { phone } = person;
        if ('remove' in write) forgotten.add(phone);
        else if (forgotten.delete(phone))
          mustHold(
            errand?.from === phone,
            `${nameOf(phone)} is forgotten, and is written down again without a word of theirs`,
          );
      }
    },
    /** Replies are kept for two days, for whoever posts the same text again; all else is to know nothing. */
    end(): void {
      const kept = [...ledger.everything().values()].filter(({ kind }) => kind !== 'reply');
      for (const entity of forgotten.size > 0 ? kept : []) {
        const text = JSON.stringify(entity);
        for (const phone of forgotten)
          mustHold(
            !text.includes(phone.slice('+91'.length)),
            `${nameOf(phone)} is forgotten, and their number stands in a ${entity.kind}`,
          );
      }
    },
  };
};
