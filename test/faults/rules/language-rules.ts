import type { MessageContext } from '#shared/messages/catalog/catalog.ts';
import { wordingsOf } from '#shared/messages/format-message.ts';
import type { Language } from '#shared/terms/language.ts';
import { epochMs } from '#shared/terms/time.ts';
import { findMessages } from '#test/world/claims/message-meaning.ts';
import { entityOf, type Saved } from '../event-record.ts';
import { gazetteer, hotlineNumber, nameOf } from '../fault-people.ts';
import { languageOfNeed } from '../script.ts';
import type { RuleOptions } from './expectations.ts';

/** Every person gets every message in their language: that of the import, or that of their request. */
export const createLanguageRules = ({
  events,
  config,
  now,
  mustHold,
  answerNumber,
}: RuleOptions) => {
  const own = new Map<string, Language>();
  const choseByKey = new Set<string>();

  const contextNow = (): MessageContext => ({
    now: epochMs(now()),
    groupName: config.groupName,
    number: hotlineNumber,
    ...(answerNumber && { answerNumber }),
    placeName: (place, language) =>
      gazetteer.zones.find((zone) => zone.names.en === place)?.names[language] ??
      (language === 'hi' ? config.placesInHindi[place] : undefined) ??
      place,
    hospitalName: (hospital, language) =>
      language === 'hi' ? (gazetteer.hospitalInHindi(hospital) ?? hospital) : hospital,
  });

  const learn = ({ writes, task }: Saved): void => {
    // After FORGET the language of the person is unknown.
    for (const write of writes)
      if ('remove' in write && write.remove.kind === 'person') {
        own.delete(write.remove.phone);
        choseByKey.delete(write.remove.phone);
      }
    // A language chosen by key in a call, which may overtake a text.
    for (const write of task?.sid ? [] : writes)
      if ('put' in write && write.put.kind === 'person' && write.put.languageChosen)
        if (write.put.language) {
          own.set(write.put.phone, write.put.language);
          choseByKey.add(write.put.phone);
        }
    const spoken = languageOfNeed(task?.says ?? '');
    if (spoken && task?.from && !choseByKey.has(task.from)) own.set(task.from, spoken);
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
        `${nameOf(row.to)} hears ${row.message.key} in a language other than ${language}`,
      );
    }
  };

  const answered = ({ writes, task }: Saved): void => {
    const language = own.get(task?.from ?? '');
    const reply = writes.flatMap((w) => ('add' in w && w.add.kind === 'reply' ? [w.add] : []))[0];
    if (!language || !reply) return;
    for (const meaning of findMessages(reply.text))
      mustHold(
        meaning.language === language,
        `${nameOf(task?.from ?? '')} is answered (${meaning.key}) in a language other than ${language}`,
      );
  };

  return {
    /** Learns the languages of the imported people. */
    begin(): void {
      for (const { phone, language } of events.persons()) if (language) own.set(phone, language);
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
