import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads the text of a secret. Throws when it cannot be read, or holds bytes instead of text. */
export type ReadSecret = (arn: string) => Promise<string>;

/**
 * Reads from AWS Secrets Manager without a cache: fresh-handler.ts keeps what was read. Two tries of at most 4 s fit into
 * Lambda's 10 s for a start; on a loaded machine many a cold start took more than 2 s for its first connection.
 */
export const createSecretReader = (): ReadSecret => {
  const client = new SecretsManagerClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 2000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });
  return async (arn) => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (SecretString === undefined) throw new Error('the secret holds no text');
    return SecretString;
  };
};
