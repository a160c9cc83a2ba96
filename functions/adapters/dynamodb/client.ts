import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const thisMachine = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/**
 * Where the database is, for any AWS client. Without an endpoint: AWS itself, its region and credentials
 * from the environment. A server on this machine checks neither, but the SDK insists on both.
 */
export const connectionTo = (
  endpoint?: string,
): Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials'> => {
  if (endpoint === undefined) return {};
  if (!thisMachine.test(new URL(endpoint).hostname)) return { endpoint };
  return {
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
};

/**
 * Six tries span about two seconds: long enough for a throttled partition or an embedded database that is being
 * restarted, well inside the carrier's 15 s (FACTS §6). A transaction retried here keeps its request token, so a
 * first try whose answer was lost is not applied twice.
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
  // Nobody reads what it would log, and it takes every item apart for it, read and written.
  client.middlewareStack.remove('loggerMiddleware');
  return client;
};

export const createDocumentClient = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
