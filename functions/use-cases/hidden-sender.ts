import { detectLanguage } from '#shared/conversation/text/detect-language.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import type { Services } from '../ports/services.ts';
import { languageOf, messageContext } from './message-context.ts';

/** What a person on WhatsApp hears who hides the number: no volunteer and no donor could reach them. Stores nothing. */
export const replyToHiddenSender = (services: Services, text: string): string =>
  formatMessage(
    { key: 'numberHidden', params: {} },
    languageOf(services, detectLanguage(text)),
    messageContext(services, services.clock.now()),
  );
