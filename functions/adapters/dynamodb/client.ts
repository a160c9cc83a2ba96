import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const localHost = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/**
 * The connection options for any AWS client. Without an endpoint the SDK uses AWS, with region and credentials from the
 * environment. A server on this machine checks neither, but the SDK requires both.
 */
export const connectionTo = (
  endpoint?: string,
): Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'> => {
  if (endpoint === undefined) return {};
  if (!localHost.test(new URL(endpoint).hostname)) return { endpoint };
  return {
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
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
      httpAgent: { maxSockets: 200 },
      httpsAgent: { maxSockets: 200 },
    },
  });
  // Its log lines are not used, and for them it parses every item that is read or written.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

export const createDocumentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
