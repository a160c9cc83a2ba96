import { prepareServices } from './build-services.ts';
import { describeError } from './http/describe-error.ts';
import { EnvironmentError } from './http/lambda-environment.ts';
import type { HotlineSettings } from './http/webhooks/mount-webhook.ts';

/** Real milliseconds after which the secrets are read again: a new token needs no deployment and no restart. */
const freshMs = 5 * 60_000;
/** A failed read is tried again after this; a wrong signature may ask no more often, because strangers can send one. */
const againMs = 30_000;

type Options = {
  env?: Record<string, string | undefined>;
  readSecret?: (arn: string) => Promise<string>;
  now?: () => number;
};

/** The answer to `{ smoke: true }`: this version starts (docs/operate.md). */
export type Smoke = { smoke: 'started'; release: string };

const isSmoke = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'smoke' in event;

/**
 * A handler on Lambda, made of settings whose secrets are fresh. Waits for the first read, at most as long as Lambda
 * lets a function start. A read that fails then is no failed start: the first event reads again, so that a slow secret
 * costs no text. A value that is wrong stops the start, with its reason. Later a failed read keeps what was read before.
 */
export const createFreshHandler = async <Event, Context, Answer>(
  make: (settings: HotlineSettings) => (event: Event, context: Context) => Promise<Answer>,
  { env = process.env, readSecret, now = () => performance.now() }: Options = {},
): Promise<(event: Event, context: Context) => Promise<Answer | Smoke>> => {
  let requestId = '';
  const prepared = prepareServices(env, {
    requestId: () => requestId,
    ...(readSecret && { readSecret }),
  });
  const { log, release } = prepared;
  type Current = {
    text: string;
    settings: HotlineSettings;
    handle: (event: Event, context: Context) => Promise<Answer>;
  };
  let current: Current | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;

  const read = async (): Promise<Current> => {
    askedAt = now();
    const reading = prepared.readSecrets();
    prepared.warm();
    const secrets = await reading;
    const text = JSON.stringify(secrets);
    if (current?.text === text) return current;
    const settings: HotlineSettings = { ...prepared.build(secrets), renewTokens };
    current = { text, settings, handle: make(settings) };
    return current;
  };
  const readUnlessItFails = async (): Promise<Current | undefined> => {
    try {
      return await read();
    } catch (error) {
      if (!current && error instanceof EnvironmentError) throw error;
      log.error('secret-not-read', describeError(error));
      askedAt = now() - freshMs + againMs;
      return current;
    }
  };
  const renewTokens = async (): Promise<HotlineSettings['authTokens']> => {
    if (now() - askedAt >= againMs) await readUnlessItFails();
    return current?.settings.authTokens ?? {};
  };

  await readUnlessItFails();
  return async (event, context) => {
    requestId = requestIdOf(context);
    if (isSmoke(event)) return { smoke: 'started', release };
    const isFresh = now() - askedAt < freshMs;
    const { handle } = (isFresh ? current : await readUnlessItFails()) ?? (await read());
    return handle(event, context);
  };
};

const requestIdOf = (context: unknown): string =>
  typeof context === 'object' && context !== null && 'awsRequestId' in context
    ? String(context.awsRequestId)
    : '';
