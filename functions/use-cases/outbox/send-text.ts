import { formatMessage } from '#shared/messages/format-message.ts';
import { markClaimed, markUndelivered } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { OutgoingText } from '../../ports/carrier.ts';
import type { Services } from '../../ports/services.ts';
import { languageOf, messageContext } from '../message-context.ts';
import { handToCarrier, recordResult, recordUnlessChanged } from './hand-to-carrier.ts';
import type { SendDecision } from './send-decision.ts';

/** Claims a row and sends it as a text. A second try sends the same words as the first. */
export const sendText = async (
  services: Services,
  row: OutboxRow,
  { person, channel, now }: SendDecision & { channel: OutgoingText['channel'] },
): Promise<void> => {
  const { sending } = services.config.policy;
  const text =
    row.text ??
    (row.message &&
      formatMessage(
        row.message,
        languageOf(services, person.language),
        messageContext(services, now, channel),
      ));
  if (text === undefined) return;
  const templateId = channel === 'sms' ? services.templates?.idOf(text) : undefined;
  if (channel === 'sms' && services.templates && templateId === undefined)
    return refuseUnregistered(services, row);
  const claim = markClaimed(row, { text, channel, now, sending });
  if ((await services.store.save([{ put: claim }])) === 'conflict') return;
  const message: OutgoingText = {
    to: person.phone,
    channel,
    text,
    messageId: row.id,
    ...(templateId !== undefined && { templateId }),
    ...(row.alertId && { isUrgent: true }),
  };
  const { carrier } = services;
  const result = await handToCarrier(services, row, {
    find: (since) => carrier.find(message, since),
    send: () => carrier.send(message),
  });
  await recordResult(services, row, claim, result);
};

/** An operator would drop it without a word: it is refused here, where the log says which text lacks its id. */
const refuseUnregistered = async (services: Services, row: OutboxRow): Promise<void> => {
  services.log.error('template-unregistered', { message: row.message?.key ?? 'unknown' });
  await recordUnlessChanged(services, row, (r) =>
    markUndelivered(r, { code: 'template-unregistered' }),
  );
};
