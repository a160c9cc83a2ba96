import * as z from 'zod';
import { type EpochMs, epochMs, seconds } from '#shared/terms/time.ts';
import type { Carrier, ReceivedText } from '../../../ports/carrier.ts';
import { parseSmsForm } from '../inbound/sms-form.ts';
import { createdAt, pageSize, type TwilioApi } from './twilio-api.ts';

const itemSchema = z.object({
  sid: z.string().min(1),
  from: z.string(),
  body: z.string().nullish(),
  num_media: z.string().nullish(),
  direction: z.string().nullish(),
  date_created: z.string().nullish(),
});
const listSchema = z
  .object({ messages: z.array(itemSchema), next_page_uri: z.string().nullish() })
  .transform(({ messages: items, next_page_uri: next }) => ({ items, next }));

/** Twilio's list of the texts to our number, by SMS and by WhatsApp: two requests, one page each in an ordinary hour. */
export const createTwilioReceived = ({
  listSince,
  toHotlineMoment,
  from,
}: TwilioApi): Pick<Carrier, 'received'> => ({
  async received(since) {
    const lists = await Promise.all(
      [from, `whatsapp:${from}`].map((To) =>
        listSince(
          `Messages.json?${new URLSearchParams({ To, PageSize: pageSize })}`,
          listSchema,
          since,
        ),
      ),
    );
    const texts = lists
      .flatMap(({ items }) => items)
      .flatMap((item) => toReceived(item, writtenAtOf(item, since, toHotlineMoment)))
      .sort((a, b) => a.writtenAt - b.writtenAt);
    return { texts, complete: lists.every(({ complete }) => complete) };
  },
});

/** Without a sender who could be answered there is nothing to take in. */
const toReceived = (item: z.output<typeof itemSchema>, writtenAt: EpochMs): ReceivedText[] => {
  if (item.direction !== 'inbound') return [];
  const parsed = parseSmsForm({
    MessageSid: item.sid,
    From: item.from,
    Body: item.body ?? '',
    NumMedia: item.num_media ?? '0',
  });
  return parsed.type === 'text' ? [{ incoming: parsed.incoming, writtenAt }] : [];
};

/**
 * Twilio's dates are in whole seconds, rounded down. What was listed since then was not written before: a clock that has
 * been killed knows its older times only roughly.
 */
const writtenAtOf = (
  item: { sid: string; date_created?: string | null | undefined },
  since: EpochMs,
  toHotline: TwilioApi['toHotlineMoment'],
): EpochMs => {
  const real = createdAt(item) + seconds(1) - 1;
  return Number.isNaN(real) ? since : epochMs(Math.max(since, toHotline(real)));
};
