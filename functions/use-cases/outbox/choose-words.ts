import { formatMessage } from '#shared/messages/format-message.ts';
import { quickRepliesOf } from '#shared/messages/templates/whatsapp/quick-replies.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Person } from '#shared/people/person.ts';
import { type EpochMs, hours } from '#shared/terms/time.ts';
import type { OutgoingText } from '../../ports/carrier.ts';
import type { Services } from '../../ports/services.ts';
import { languageOf, messageContext, ownSentences } from '../message-context.ts';

type Known = Pick<
  Services,
  'config' | 'gazetteer' | 'hotlineNumber' | 'answerNumber' | 'templates' | 'contents'
>;

/** The words of a row as they leave now, and the template that they need on their channel. */
export type Words = Pick<OutgoingText, 'channel' | 'text' | 'templateId' | 'content'>;

/**
 * On WhatsApp: the approved template outside the window, and inside it for its buttons, which Twilio has in no free text;
 * free words inside the window; outside it and without a template an SMS. Undefined for a row without a message.
 */
export const chooseWords = (
  services: Known,
  row: OutboxRow,
  reader: { person: Person; channel: OutgoingText['channel']; now: EpochMs },
): Words | undefined => {
  const { person, channel, now } = reader;
  const own = ownSentences(services, person);
  const text =
    row.text ??
    (row.message &&
      formatMessage(row.message, languageOf(services, person.language), {
        ...messageContext(services, now, channel),
        ...own,
      }));
  if (text === undefined) return undefined;
  if (channel === 'sms') {
    const templateId = services.templates?.idOf(text);
    // A sentence of the group's own language that is not registered yet would be refused.
    if (own.own && services.templates && templateId === undefined)
      return chooseWords(services, row, { ...reader, person: withoutOwnLanguage(person) });
    return { channel, text, ...(templateId !== undefined && { templateId }) };
  }
  const isOpen = isWindowOpen(person, now);
  const content = !isOpen || hasButtons(row) ? services.contents?.find(text) : undefined;
  if (content) return { channel, text: content.text, content };
  // A try is under way on WhatsApp: the carrier is asked about exactly that one.
  if (isOpen || row.state !== 'queued') return { channel, text };
  return chooseWords(services, withoutWords(row), { ...reader, channel: 'sms' });
};

const withoutOwnLanguage = ({ ownLanguage: _, ...person }: Person): Person => person;

/** WhatsApp takes free words for so long after the person's last text there (docs/facts.md#twilio: 63016). */
const windowHours = 24;

const isWindowOpen = ({ whatsappAt, lastHeard }: Person, now: EpochMs): boolean => {
  // Persons stored before `whatsappAt` existed have only the moment of their last text.
  const last = whatsappAt ?? lastHeard;
  return last !== undefined && now < last + hours(windowHours);
};

const hasButtons = ({ message }: OutboxRow): boolean =>
  message !== undefined && quickRepliesOf(message.key, 'en').length > 0;

/** An SMS has other words than WhatsApp: it names the number that takes the answer. An erased person's are kept. */
export const withoutWords = (row: OutboxRow): OutboxRow => {
  const { text: _, ...rest } = row;
  return row.toErased || !row.message ? row : rest;
};
