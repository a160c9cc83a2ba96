import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Calls } from '../calls/calls.ts';
import { addCallsApi } from './calls-api.ts';
import { addContentApi } from './content-api.ts';
import { createResourceWith, type RestApiEnv } from './create-resource.ts';
import { addMessagesApi, type MessagesApiOptions } from './messages-api.ts';
import { refuse } from './rest-errors.ts';

export type RestApiOptions = MessagesApiOptions & { authToken: string; calls: Calls };

/** The part of Twilio's REST API that the hotline uses (docs/facts.md#twilio). */
export const createRestApi = (options: RestApiOptions): Hono<RestApiEnv> => {
  const { accountSid, authToken, store } = options;
  const app = new Hono<RestApiEnv>();

  const authorize: MiddlewareHandler<RestApiEnv> = async (c, next) => {
    if (!isAuthorized(c.req.header('authorization'), `${accountSid}:${authToken}`)) {
      c.header('WWW-Authenticate', 'Basic realm="Twilio API"');
      return refuse(c, 20003);
    }
    return next();
  };
  app.use('/2010-04-01/*', authorize);
  app.use('/v1/*', authorize);
  app.use('/2010-04-01/Accounts/:account/*', async (c, next) =>
    c.req.param('account') === accountSid ? next() : refuse(c, 20404),
  );

  const create = createResourceWith({ ...options, isClosed: store.isClosed });
  addMessagesApi(app, { ...options, create });
  addContentApi(app, options.contents);
  addCallsApi(app, { ...options, create });

  app.notFound((c) => refuse(c, 20404));
  // A cut connection gets no answer; called without a server, the call itself fails.
  app.onError((error) => {
    throw error;
  });
  return app;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isAuthorized = (header: string | undefined, credentials: string): boolean => {
  const given = /^Basic (\S+)$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(
    digest(Buffer.from(given, 'base64').toString('utf8')),
    digest(credentials),
  );
};
