import { formatMessage } from '#shared/messages/format-message.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import type { Language } from '#shared/terms/language.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { hours } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { messageContext } from '../message-context.ts';
import { retryInOrder } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { isReplay } from '../webhook-replay.ts';

/** A form of a person who has logged in: its own id, and the language of its page. */
export type FormEvent = { id: string; from: PhoneNumber; language: Language };

/** `limited`: too many in this hour; nothing was done, and the same form may come again. */
export type FormResult = 'done' | 'limited' | 'replayed';

/** The key under which a form is remembered: a carrier's id is never one. */
export const formKey = (id: string): string => `form-${id}`;

/**
 * Runs what a form asks for as one unit of work, as a text does: the same form twice is one result. Its replies are
 * stored under its id, in the language of the page, for the page that follows.
 */
export const runForm = (
  services: Services,
  { id, from, language }: FormEvent,
  act: (work: UnitOfWork) => Promise<void>,
): Promise<FormResult> =>
  retryInOrder<FormResult>(services, from, async () => {
    const now = services.clock.now();
    const work = new UnitOfWork(services, now, from);
    const [seen, before] = await Promise.all([
      services.store.incoming(formKey(id)),
      work.person(from),
    ]);
    if (seen) return isReplay(seen.at, now) ? 'replayed' : 'done';
    if (isBlocked(before)) return 'limited';
    const person = withForm(before, language, work);
    if (person.heard.count > services.config.policy.textsPerHour) return 'limited';
    work.change(person);
    await act(work);
    const context = messageContext(services, now);
    const replies = work.replies.map((message) => formatMessage(message, language, context));
    const said = [...replies, ...work.notes];
    work.recordWebhook(formKey(id), said.length > 0 ? said.join('\n') : null);
    return work.save<FormResult>('done');
  });

/** A form counts as a text does. The language of a new person is the page's. */
const withForm = (person: Person, language: Language, { now }: UnitOfWork): Person => {
  const running = now < person.heard.since + hours(1);
  const count = running ? person.heard.count + 1 : 1;
  return {
    ...person,
    language: person.language ?? language,
    heard: { since: running ? person.heard.since : now, count },
  };
};

/** What the hotline replied to a form; undefined when it said nothing, or two days have passed. */
export const replyToForm = async ({ store }: Services, id: string): Promise<string | undefined> =>
  (await store.reply(formKey(id)))?.text;
