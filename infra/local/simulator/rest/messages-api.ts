import type { Hono } from 'hono';
import * as z from 'zod';
import { epochMs } from '#shared/terms/time.ts';
import type { Faults, Rng } from '../faults.ts';
import { listMessages } from '../messages/list-messages.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { fillContent, type SimContents } from '../messages/sim-contents.ts';
import {
  isTooLong,
  mediaSidOf,
  parseAddress,
  renderAddress,
  type SimMessage,
} from '../messages/sim-message.ts';
import { newSid } from '../new-sid.ts';
import type { CreateResource, RestApiEnv } from './create-resource.ts';
import { type RestErrorCode, refuse } from './rest-errors.ts';
import { messagesUri, toRestMessage } from './rest-message.ts';

export type MessagesApiOptions = {
  accountSid: string;
  hotlineNumber: string;
  now: () => number;
  store: MessageStore;
  contents: SimContents;
  faults: Faults;
  rng: Rng;
  /** Receives each accepted message. */
  deliver: (message: SimMessage) => void;
};

/** Twilio's Messages, as far as the hotline uses them. */
export const addMessagesApi = (
  app: Hono<RestApiEnv>,
  options: MessagesApiOptions & { create: CreateResource },
): void => {
  const { store, rng, deliver, create } = options;
  const uri = messagesUri(':account');

  app.post(`${uri}.json`, (c) =>
    create(c, (form) => {
      const accepted = parseMessage(form, options);
      if (typeof accepted === 'number') return accepted;
      store.put(accepted);
      deliver(accepted);
      return toRestMessage(accepted, options);
    }),
  );

  app.get(`${uri}.json`, (c) =>
    rng.occurs('listError')
      ? refuse(c, 20500)
      : c.json(listMessages(store.all(), new URL(c.req.url).searchParams, options)),
  );

  const media = `${uri}/:sid/Media/:media`;
  app.get(media, (c) => {
    const message = store.get(c.req.param('sid') ?? '');
    const isIt = message && c.req.param('media') === mediaSidOf(message.sid);
    if (!isIt || message.file === undefined) return refuse(c, 20404);
    const type = message.mediaType ?? 'image/jpeg';
    return c.body(Buffer.from(message.file, 'base64'), 200, { 'Content-Type': type });
  });
  app.delete(media, (c) => {
    const message = store.get(c.req.param('sid') ?? '');
    if (!message || c.req.param('media') !== `${mediaSidOf(message.sid)}.json`)
      return refuse(c, 20404);
    const { file, ...rest } = message;
    if (file === undefined) return refuse(c, 20404);
    store.put(rest);
    return c.body(null, 204);
  });

  app.get(`${uri}/:file{.+\\.json}`, (c) => {
    const message = store.get(c.req.param('file').slice(0, -'.json'.length));
    return message ? c.json(toRestMessage(message, options)) : refuse(c, 20404);
  });
};

/** The message, or the code it is refused with. */
const parseMessage = (
  form: URLSearchParams,
  { hotlineNumber, now, store, contents, faults, rng }: MessagesApiOptions,
): SimMessage | RestErrorCode => {
  const [to, from] = [form.get('To') ?? '', form.get('From') ?? ''];
  const words = parseWords(form, contents);
  const statusCallback = form.get('StatusCallback');
  if (to === '') return 21604;
  const recipient = parseAddress(to);
  if (!recipient) return 21211;
  if (from !== renderAddress(hotlineNumber, recipient.channel)) return 21606;
  if (to === from) return 21266;
  if (typeof words === 'number') return words;
  const { body } = words;
  if (body === '') return 21602;
  if (isTooLong(body)) return 21617;
  if (statusCallback !== null && !/^https?:\/\/./.test(statusCallback)) return 21609;
  const fault = faults.numbers[recipient.phone];
  if (fault === 21211 || fault === 21610 || fault === 21614) {
    rng.report(fault);
    return fault;
  }
  if (store.isOptedOut(to)) return 21610;
  const at = epochMs(now());
  return {
    ...recipient,
    sid: newSid('SM'),
    author: 'hotline',
    direction: 'outbound-api',
    ...words,
    media: 0,
    status: 'queued',
    ...(statusCallback !== null && { statusCallback }),
    createdAt: at,
    updatedAt: at,
  };
};

const valuesSchema = z.record(z.string(), z.string());

/** Of a content template, or Body. With a template Twilio wants no Body (its error page 63016). */
const parseWords = (
  form: URLSearchParams,
  contents: SimContents,
): Pick<SimMessage, 'body' | 'content' | 'buttons'> | RestErrorCode => {
  const sid = form.get('ContentSid');
  if (sid === null) return { body: form.get('Body') ?? '' };
  const content = contents.get(sid);
  if (!content) return 21655;
  const values = valuesSchema.safeParse(parseJson(form.get('ContentVariables') ?? '{}'));
  const filled = values.success ? fillContent(content, values.data) : undefined;
  return filled ? { ...filled, content: sid } : 21656;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
