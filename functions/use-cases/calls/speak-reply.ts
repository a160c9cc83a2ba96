import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { CallReply, SpokenLine } from '#shared/conversation/call-menu/call-reply.ts';
import type { Line, Listen } from '#shared/conversation/call-menu/screens/define-screen.ts';
import type { MessageKey } from '#shared/messages/message-keys.ts';
import type { Person } from '#shared/people/person.ts';
import { toldSeconds } from '#shared/terms/after-gift/story-rules.ts';
import { type SpokenLanguage, spokenLanguages } from '#shared/terms/language.ts';
import { isSpoken, type Prompt } from '#shared/voice/prompt-keys.ts';
import { promptFileId } from '#shared/voice/prompt-parts.ts';
import { speak, speakInParts } from '#shared/voice/speak.ts';
import type { Services } from '../../ports/services.ts';
import { messageContext } from '../message-context.ts';
import type { UnitOfWork } from '../unit-of-work.ts';

/** What a call waits for: the input of a screen, or the phones that ring. */
export type Listening = Listen | { type: 'ring'; ring: NonNullable<Call['ring']>; isRound?: true };

/** How long one round of volunteers rings at most. */
const roundSeconds = 20;

/** Messages that are also sent as a text: they hold a code, an address or a time. */
const worthAText: ReadonlySet<MessageKey> = new Set<MessageKey>([
  'requestOpened',
  'requestOpenedContact',
  'requestStarted',
  'requestOpenedTrusted',
  'alertYesConfirmed',
  'standbyPromoted',
  'campBooked',
]);

/** Everything the call says: the replies of the unit of work, then the lines. Messages without a prompt are sent as texts. */
export const spokenLines = (
  work: UnitOfWork,
  person: Person,
  { lines, language }: { lines: Line[]; language: SpokenLanguage },
): SpokenLine[] => {
  const canRead = !person.unreachable && !person.optedOut;
  for (const message of work.replies) {
    if (canRead && (worthAText.has(message.key) || !isSpoken(message)))
      work.queueText(person.phone, message);
  }
  const replies = work.replies.filter(isSpoken);
  return [...replies, ...lines].flatMap((line) =>
    spoken(work.services, work.now, { line, language }),
  );
};

type Wording = { line: Line; language: SpokenLanguage };

const spoken = (
  services: Services,
  now: UnitOfWork['now'],
  { line, language }: Wording,
): SpokenLine[] => {
  if ('recording' in line) return [{ type: 'recording', id: line.recording }];
  const context = messageContext(services, now);
  const recorded = services.config.recordedPrompts[language];
  if (recorded.length > 0) {
    const parts = speakInParts(line, language, context).map(({ words, varies }) => {
      const id = promptFileId(words);
      return varies || !recorded.includes(id) ? { words } : { words, file: `${language}/${id}` };
    });
    if (parts.some((part) => 'file' in part))
      return parts.map((part) => ({ type: 'words', language, ...part }));
  }
  return [{ type: 'words', words: speak(line, language, context), language }];
};

export const toNext = (
  { config }: Services,
  listening: Listening,
  language: SpokenLanguage,
): CallReply['next'] => {
  const { calls } = config.policy;
  switch (listening.type) {
    case 'keys':
      return {
        type: 'keys',
        most: listening.most,
        ...(listening.hints && { words: language, hints: [...listening.hints] }),
      };
    case 'record':
      return {
        type: 'record',
        maxSeconds: { name: calls.nameSeconds, message: calls.messageSeconds, story: toldSeconds }[
          listening.what
        ],
      };
    case 'ring':
      return {
        type: 'ring',
        phones: listening.ring.phones,
        // Between two rounds the caller hears words: no stretch of ringing is longer than this.
        ringSeconds: listening.isRound
          ? Math.min(calls.ringSeconds, roundSeconds)
          : calls.ringSeconds,
        talkSeconds: calls.talkMinutes * 60,
      };
    case 'hang-up':
      return { type: 'hang-up' };
  }
};

type Answer = CallReply & { plainVoice: boolean };

/** For an unknown caller, in every spoken language. Nothing is stored. */
export const unknownCallerReply = (
  key: Extract<Prompt['key'], 'callUnknown' | 'goodbye'>,
  services: Services,
): Answer => ({
  say: spokenLanguages.flatMap((language) =>
    spoken(services, services.clock.now(), { line: { key, params: {} }, language }),
  ),
  next: { type: 'hang-up' },
  step: 0,
  plainVoice: false,
});

/** One sentence outside the menu, for a phone that was rung. */
export const renderPrompt = (
  services: Services,
  {
    prompt,
    language,
    next,
    plainVoice = false,
  }: {
    prompt?: Prompt;
    language: SpokenLanguage;
    next: CallReply['next'];
    plainVoice?: boolean | undefined;
  },
): Answer => ({
  say: prompt ? spoken(services, services.clock.now(), { line: prompt, language }) : [],
  next,
  step: 0,
  plainVoice,
});
