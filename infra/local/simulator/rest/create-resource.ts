import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { drawSendFault, type Faults, type Rng } from '../faults.ts';
import { type RestErrorCode, refuse } from './rest-errors.ts';

/** Under the Node server the raw connection is available, so that a fault can cut it; in a test it is not. */
export type RestApiEnv = { Bindings: Partial<HttpBindings> };

/** Creates the resource that the form describes, or returns the code it is refused with. */
export type AcceptForm = (form: URLSearchParams) => object | RestErrorCode;

/** Answers a POST that creates a message or a call. A fault may prevent it; a thrown error is not answered. */
export type CreateResource = (c: Context<RestApiEnv>, accept: AcceptForm) => Promise<Response>;

export const createResourceWith =
  (options: { faults: Faults; rng: Rng; isClosed: () => boolean }): CreateResource =>
  async (c, accept) => {
    const fault = drawSendFault(options.faults, options.rng);
    if (fault === 'too-many-requests') return refuse(c, 20429);
    if (fault === 'server-error' || options.isClosed()) return refuse(c, 20500);
    if (fault === 'reset') cutConnection(c);
    const accepted = accept(new URLSearchParams(await c.req.text()));
    if (typeof accepted === 'number') return refuse(c, accepted);
    if (fault === 'late-error') return refuse(c, 20500);
    if (fault === 'silence') await untilAborted(c.req.raw.signal);
    if (fault === 'silence' || fault === 'cut') cutConnection(c);
    return c.json(accepted, 201);
  };

class ConnectionCut extends Error {
  override name = 'ConnectionCut';
}

const cutConnection = (c: Context<RestApiEnv>): never => {
  c.env?.outgoing?.destroy();
  throw new ConnectionCut();
};

/** Settles when the client has given up. */
const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
