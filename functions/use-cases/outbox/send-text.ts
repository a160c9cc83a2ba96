import { markClaimed, markUndelivered } from '#shared/outbox/delivery-state.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { OutgoingText } from '../../ports/carrier.ts';
import type { Services } from '../../ports/services.ts';
import { chooseWords } from './choose-words.ts';
import { handToCarrier, recordResult, recordUnlessChanged } from './hand-to-carrier.ts';
import type { SendDecision } from './send-decision.ts';

/** Claims a row and sends it as a text. A second try sends the same words as the first. */
export const sendText = async (
  services: Services,
  row: OutboxRow,
  decision: SendDecision & { channel: OutgoingText['channel'] },
): Promise<void> => {
  const { person, now } = decision;
  const { sending } = services.config.policy;
  const words = chooseWords(services, row, decision);
  if (!words) return;
  const { channel, text } = words;
  if (channel === 'sms' && services.templates && words.templateId === undefined)
    return refuseUnregistered(services, row);
  const claim = markClaimed(row, { text, channel, now, sending });
  if ((await services.store.save([{ put: claim }])) === 'conflict') return;
  const message: OutgoingText = {
    to: person.phone,
    ...words,
    messageId: row.id,
    ...(row.alertId && { isUrgent: true }),
  };
  const { carrier } = services;
  const result = await handToCarrier(services, row, {
    // An earlier try may have had free words where this one has a template's.
    find: (since) => carrier.find({ ...message, text: row.text ?? text }, since),
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
