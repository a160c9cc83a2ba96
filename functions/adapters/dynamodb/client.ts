import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

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
 * Six tries take about two seconds: long enough for a throttled partition or a restart of the embedded database, and
 * well within the carrier's 15 s (docs/facts.md#twilio). A retried transaction keeps its request token, so that a first
 * try whose answer was lost is not applied twice.
 */
export const createDynamoDbClient = (endpoint?: string): DynamoDBClient => {
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
  // Its log lines are not used, and for them it parses every item that is read or written.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

export const createDocumentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
