import type { MessageContext } from '#shared/messages/catalog/catalog.ts';
import { wordingsOf } from '#shared/messages/format-message.ts';
import type { Language } from '#shared/terms/language.ts';
import { epochMs } from '#shared/terms/time.ts';
import { entityOf, type Saved } from '../event-record.ts';
import { gazetteer, hotlineNumber, nameOf } from '../fault-people.ts';
import { languageOfNeed } from '../script.ts';
import type { RuleOptions } from './expectations.ts';
import { meaningsIn } from './message-meaning.ts';

/** Everybody hears everything in their own language: as imported, or as they have asked for blood. */
export const createLanguageRules = ({ ledger, config, now, mustHold }: RuleOptions) => {
  const own = new Map<string, Language>();
  const choseByKey = new Set<string>();

  const contextNow = (): MessageContext => ({
    now: epochMs(now()),
    groupName: config.groupName,
    number: hotlineNumber,
    placeName: (place, language) =>
      gazetteer.zones.find((zone) => zone.names.en === place)?.names[language] ?? place,
  });

  const learn = ({ writes, errand }: Saved): void => {
    // Whoever is forgotten is a stranger afterwards.
    for (const write of writes)
      if ('remove' in write && write.remove.kind === 'person') {
        own.delete(write.remove.phone);
        choseByKey.delete(write.remove.phone);
      }
    // Chosen by a key, in a call that may overtake a text.
    for (const write of errand?.sid ? [] : writes)
      if ('put' in write && write.put.kind === 'person' && write.put.languageChosen)
        if (write.put.language) {
          own.set(write.put.phone, write.put.language);
          choseByKey.add(write.put.phone);
        }
    const told = languageOfNeed(errand?.says ?? '');
    if (told && errand?.from && !choseByKey.has(errand.from)) own.set(errand.from, told);
  };

  const leaves = (saved: Saved): void => {
    for (const write of saved.writes) {
      const row = entityOf(write);
      if (row.kind !== 'outbox' || row.state !== 'claimed' || !row.to || !row.message) continue;
      const before = saved.before(row);
      const language = own.get(row.to);
      if (row.text === undefined || !language || (before?.kind === 'outbox' && before.text))
        continue;
      mustHold(
        wordingsOf(row.message, language, contextNow()).includes(row.text),
        `${nameOf(row.to)} hears ${row.message.key} in another language than ${language}`,
      );
    }
  };

  const answered = ({ writes, errand }: Saved): void => {
    const language = own.get(errand?.from ?? '');
    const reply = writes.flatMap((w) => ('add' in w && w.add.kind === 'reply' ? [w.add] : []))[0];
    if (!language || !reply) return;
    for (const meaning of meaningsIn(reply.text))
      mustHold(
        meaning.language === language,
        `${nameOf(errand?.from ?? '')} is answered (${meaning.key}) in another language than ${language}`,
      );
  };

  return {
    /** Whom the operator has imported. */
    begin(): void {
      for (const { phone, language } of ledger.persons()) if (language) own.set(phone, language);
    },
    saved(saved: Saved): void {
      learn(saved);
      leaves(saved);
      answered(saved);
    },
    of: (phone: string): Language | undefined => own.get(phone),
    contextNow,
  };
};
