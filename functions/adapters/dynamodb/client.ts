import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Real milliseconds for one call with all its tries. */
const deadlineMs = 10_000;

/** The database did not answer in time; what it was asked to write may be written. */
class DatabaseSilent extends Error {
  override name = 'DatabaseSilent';
}

const localHost = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

const local = {
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
};

/** The agent's options for `unix:` and the path of a socket, as the embedded database has it (infra/local/database). */
const agentTo = (endpoint = ''): { socketPath?: string } =>
  endpoint.startsWith('unix:') ? { socketPath: endpoint.slice(5) } : {};

/**
 * The connection options for any AWS client. Without an endpoint the SDK uses AWS, with region and credentials from the
 * environment. A server on this machine checks neither, but the SDK requires both.
 */
export const connectionTo = (
  endpoint?: string,
): Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials' | 'requestHandler'> => {
  if (endpoint === undefined) return {};
  const httpAgent = agentTo(endpoint);
  if (httpAgent.socketPath !== undefined)
    return { ...local, endpoint: 'http://localhost', requestHandler: { httpAgent } };
  return localHost.test(new URL(endpoint).hostname) ? { ...local, endpoint } : { endpoint };
};

/**
 * Six tries take about two seconds when each fails at once: long enough for a throttled partition or a restart of the
 * embedded database. When the database is silent, a call ends after ten seconds whatever its tries: a webhook must end
 * within the carrier's 15 s (docs/facts.md#twilio). A retried transaction keeps its request token, and a
 * put its nonce (writes.ts), so that a first try whose answer was lost is not applied twice.
 */
export const createDynamoDbClient = (
  endpoint?: string,
  patienceMs = deadlineMs,
): DynamoDBClient => {
  const client = new DynamoDBClient({
    ...connectionTo(endpoint),
    maxAttempts: 6,
    requestHandler: {
      connectionTimeout: 1000,
      requestTimeout: 3000,
      throwOnRequestTimeout: true,
      httpAgent: { maxSockets: 200, ...agentTo(endpoint) },
      httpsAgent: { maxSockets: 200 },
    },
  });
  client.middlewareStack.add(
    (next) => async (args) => {
      const over = new AbortController();
      const late = wait(patienceMs, undefined, { signal: over.signal }).then(() => {
        throw new DatabaseSilent();
      });
      late.catch(() => {});
      try {
        return await Promise.race([next(args), late]);
      } finally {
        over.abort();
      }
    },
    { step: 'initialize', name: 'deadline' },
  );
  // Its log lines are not used, and for them it parses every item that is read or written.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

export const createDocumentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
