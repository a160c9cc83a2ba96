import { detectLanguage } from '#shared/conversation/text/detect-language.ts';
import { type Stripped, stripEnvelope } from '#shared/conversation/text/strip-envelope.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import { isBlocked } from '#shared/people/unknown-phone.ts';
import type { Language } from '#shared/terms/language.ts';
import { isOfCountries, maskPhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, epochMs, hours } from '#shared/terms/time.ts';
import type { ReceiveText } from '../../ports/inbound.ts';
import type { IncomingText } from '../../ports/incoming-text.ts';
import type { Services } from '../../ports/services.ts';
import type { IncomingMarker } from '../../ports/store.ts';
import { isOwnNumber } from '../callable-number.ts';
import { joinParts, keepCut } from '../intake/join-parts.ts';
import { isOvertaken, queueUnanswered, replyCameLate } from '../late-texts/late-text.ts';
import { languageOf, messageContext, ownSentences } from '../message-context.ts';
import { retryInOrder } from '../retry-on-conflict.ts';
import { UnitOfWork } from '../unit-of-work.ts';
import { isReplay } from '../webhook-replay.ts';
import { replyToOwnWords } from './fallback-reply.ts';
import { handleText } from './handle-text.ts';
import { handleOptOut } from './opt-out.ts';
import { findOwnWords } from './own-messages.ts';
import { checkSenderLimit, isRangeLimited } from './rate-limit.ts';
import { isAnsweredEnough, withRepeated } from './repeated-text.ts';

/**
 * Handles one incoming text: load, decide, save, reply. A repeated message id gets the stored reply and changes
 * nothing; after a day it gets no reply. A phone of another country or our own number gets no reply, and nothing of it is
 * stored. Throws only when the store fails: the text then comes by another road (docs/adr/0025).
 */
export const receiveText: ReceiveText = (services, incoming) =>
  retryInOrder(services, incoming.from, async () => {
    const noReply = { reply: null };
    const { from } = incoming;
    if (!isOfCountries(from, services.config.countries)) {
      services.log.info('text-from-other-country', { from: maskPhoneNumber(from) });
      return noReply;
    }
    if (isOwnNumber(services, from)) {
      services.log.info('text-from-own-number');
      return noReply;
    }
    const now = services.clock.now();
    const work = new UnitOfWork(services, now, from);
    // Started together, so that the store reads both in one batch.
    const [seen, before] = await Promise.all([
      services.store.incoming(incoming.id),
      work.person(from),
    ]);
    if (seen) {
      if (isReplay(seen.at, now)) return 'replayed';
      const reply = await storedReply(services, seen);
      if (incoming.byText) return noReply;
      if (!incoming.late) return { reply };
      return (await queueUnanswered(work, incoming, reply)) ? work.save(noReply) : noReply;
    }
    if (isBlocked(before)) return noReply;
    if (!incoming.optOut && isAnsweredEnough(work, before, incoming.text)) {
      // Only the marker is stored: without it the carrier's list would bring the text again.
      work.recordWebhook(incoming.id, null);
      return work.save(noReply);
    }
    const { text, kind } = stripEnvelope(
      incoming.text,
      await findOwnWords(work, before, incoming.text),
    );
    const { person, text: whole } = joinParts(work, before, incoming, text);
    const said = { ...incoming, text: whole };
    if (await isRangeLimited(work, before, said)) return noReply;
    work.change(withContact(withRepeated(work, person, incoming.text), said, work.now));
    await answer(work, { before, incoming: said, kind });
    await keepCut(work, person, incoming, whole);
    const textOf = await createReplyWriter(work, incoming, before);
    const takesNoReply = incoming.late !== undefined || incoming.byText === true;
    const replies = takesNoReply ? [] : work.replies.map(textOf);
    if (takesNoReply) work.queueReplies(incoming.id, incoming.from, textOf);
    const reply = replies.length > 0 ? replies.join('\n') : null;
    work.recordWebhook(incoming.id, reply);
    return work.save({ reply });
  });

const storedReply = async ({ store }: Services, { id }: IncomingMarker): Promise<string | null> =>
  (await store.reply(id))?.text ?? null;

/** What every text says of its sender: the channel, the time, and the language of a new person. */
const withContact = (person: Person, incoming: IncomingText, now: EpochMs): Person => {
  const language = detectSenderLanguage(person, incoming.text);
  const running = now < person.heard.since + hours(1);
  // A phone that sends texts can receive them.
  const { unreachable: _, ...reachable } = person;
  const at = incoming.late?.writtenAt ?? now;
  const latest = (known: EpochMs | undefined): EpochMs => epochMs(Math.max(known ?? 0, at));
  return {
    ...reachable,
    channel: incoming.channel,
    lastHeard: latest(person.lastHeard),
    ...(incoming.channel === 'whatsapp' && { whatsappAt: latest(person.whatsappAt) }),
    ...(language && { language }),
    heard: running ? { ...person.heard, count: person.heard.count + 1 } : { since: now, count: 1 },
  };
};

/** A single word ("hello") sets the language only of a new person. After LANG only LANG changes it. */
const detectSenderLanguage = (person: Person, text: string): Language | undefined => {
  if (person.languageChosen) return person.language;
  const isSentence = text.trim().split(/\s+/).length > 1;
  const heard = isSentence || !person.language ? detectLanguage(text) : undefined;
  return heard ?? person.language;
};

const answer = async (
  work: UnitOfWork,
  { before, incoming, kind }: { before: Person; incoming: IncomingText; kind: Stripped['kind'] },
): Promise<void> => {
  if (await handleOptOut(work, incoming)) return;
  const person = await work.person(incoming.from);
  const treatment = checkSenderLimit(work, person, incoming.text);
  if (treatment === 'warn') work.reply({ key: 'slowDown', params: {} });
  if (treatment !== 'answer') return;
  if (await isOvertaken(work, before, incoming)) return replyCameLate(work, incoming);
  await (kind === 'words'
    ? handleText(work, incoming)
    : replyToOwnWords(work, incoming.from, kind));
};

/** The words of a reply. An erased person still gets the last one in their own language. */
const createReplyWriter = async (
  work: UnitOfWork,
  { from, channel }: IncomingText,
  before: Person,
): Promise<(message: Message) => string> => {
  const stored = work.replies.length > 0 ? await work.person(from) : before;
  const reader = stored.language === undefined ? before : stored;
  const language = languageOf(work.services, reader.language);
  const context = {
    ...messageContext(work.services, work.now, channel),
    ...ownSentences(work.services, reader),
  };
  return (message) => formatMessage(message, language, context);
};
