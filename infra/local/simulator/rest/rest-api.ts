import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { epochMs } from '#shared/terms/time.ts';
import type { Calls } from '../calls/calls.ts';
import { drawSendFault, type Faults, type Rng } from '../faults.ts';
import { newSid } from '../messages/incoming-texts.ts';
import { listMessages } from '../messages/list-messages.ts';
import type { MessageStore } from '../messages/message-store.ts';
import {
  isTooLong,
  parseAddress,
  renderAddress,
  type SimMessage,
} from '../messages/sim-message.ts';
import { addCallsApi } from './calls-api.ts';
import { type RestErrorCode, refuse } from './rest-errors.ts';
import { messagesUri, toRestMessage } from './rest-message.ts';

export type RestApiOptions = {
  accountSid: string;
  authToken: string;
  hotlineNumber: string;
  now: () => number;
  book: MessageStore;
  faults: Faults;
  dice: Rng;
  /** A message was accepted. */
  deliver: (message: SimMessage) => void;
  calls: Calls;
};

/** Under the Node server the raw connection is there to be cut; in a test it is not. */
export type RestApiEnv = { Bindings: Partial<HttpBindings> };

/** The part of Twilio's REST API that the hotline uses (FACTS §6): texts here, calls in calls-api. */
export const createRestApi = (options: RestApiOptions): Hono<RestApiEnv> => {
  const { accountSid, authToken, hotlineNumber, now, book, faults, dice, deliver } = options;
  const app = new Hono<RestApiEnv>();
  const messages = messagesUri(':account');

  app.use('/2010-04-01/*', async (c, next) => {
    if (!isAuthorized(c.req.header('authorization'), `${accountSid}:${authToken}`)) {
      c.header('WWW-Authenticate', 'Basic realm="Twilio API"');
      return refuse(c, 20003);
    }
    return next();
  });
  app.use('/2010-04-01/Accounts/:account/*', async (c, next) =>
    c.req.param('account') === accountSid ? next() : refuse(c, 20404),
  );

  /** Something is created, unless what befalls the request keeps it from being; what is thrown is not answered. */
  const create = async (
    c: Context<RestApiEnv>,
    accept: (form: URLSearchParams) => object | RestErrorCode,
  ) => {
    const fault = drawSendFault(faults, dice);
    if (fault === 'too-many-requests') return refuse(c, 20429);
    if (fault === 'server-error' || book.isClosed()) return refuse(c, 20500);
    if (fault === 'reset') {
      c.env?.outgoing?.destroy();
      throw new ConnectionCut();
    }
    const accepted = accept(new URLSearchParams(await c.req.text()));
    if (typeof accepted === 'number') return refuse(c, accepted);
    if (fault === 'late-error') return refuse(c, 20500);
    if (fault === 'silence') await silence(c.req.raw.signal);
    if (fault === 'silence' || fault === 'cut') {
      c.env?.outgoing?.destroy();
      throw new ConnectionCut();
    }
    return c.json(accepted, 201);
  };

  app.post(`${messages}.json`, (c) =>
    create(c, (form) => {
      const accepted = accept(form);
      if (typeof accepted === 'number') return accepted;
      book.put(accepted);
      deliver(accepted);
      return toRestMessage(accepted, options);
    }),
  );
  addCallsApi(app, { ...options, create });

  app.get(`${messages}.json`, (c) =>
    dice.befalls('listError')
      ? refuse(c, 20500)
      : c.json(listMessages(book.all(), new URL(c.req.url).searchParams, options)),
  );

  app.get(`${messages}/:file{.+\\.json}`, (c) => {
    const message = book.get(c.req.param('file').slice(0, -'.json'.length));
    return message ? c.json(toRestMessage(message, options)) : refuse(c, 20404);
  });

  app.notFound((c) => refuse(c, 20404));
  // Nothing is answered on a cut connection; called without a server, the call itself fails.
  app.onError((error) => {
    throw error;
  });

  /** The message, or the code it is refused with. */
  const accept = (form: URLSearchParams): SimMessage | RestErrorCode => {
    const [to, from] = [form.get('To') ?? '', form.get('From') ?? ''];
    const body = form.get('Body') ?? '';
    const statusCallback = form.get('StatusCallback');
    if (to === '') return 21604;
    const party = parseAddress(to);
    if (!party) return 21211;
    if (from !== renderAddress(hotlineNumber, party.channel)) return 21606;
    if (to === from) return 21266;
    if (body === '') return 21602;
    if (isTooLong(body)) return 21617;
    if (statusCallback !== null && !/^https?:\/\/./.test(statusCallback)) return 21609;
    const fault = faults.numbers[party.phone];
    if (fault === 21211 || fault === 21610 || fault === 21614) {
      dice.tell(fault);
      return fault;
    }
    if (book.isOptedOut(to)) return 21610;
    const at = epochMs(now());
    return {
      ...party,
      sid: newSid('SM'),
      author: 'hotline',
      direction: 'outbound-api',
      body,
      media: 0,
      status: 'queued',
      ...(statusCallback !== null && { statusCallback }),
      createdAt: at,
      updatedAt: at,
    };
  };

  return app;
};

class ConnectionCut extends Error {
  override name = 'ConnectionCut';
}

/** Until whoever asked has gone. */
const silence = (asker: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (asker.aborted) resolve();
    asker.addEventListener('abort', () => resolve());
  });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isAuthorized = (header: string | undefined, credentials: string): boolean => {
  const given = /^Basic (\S+)$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(
    digest(Buffer.from(given, 'base64').toString('utf8')),
    digest(credentials),
  );
};
