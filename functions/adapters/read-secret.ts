import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Reads the text of a secret. Throws when it cannot be read, or holds bytes instead of text. */
export type ReadSecret = (arn: string) => Promise<string>;

/**
 * Reads from AWS Secrets Manager without a cache: build-services.ts reads once in a cold start. Three tries of at most
 * 2 s fit into Lambda's 10 s for a start.
 */
export const createSecretReader = (): ReadSecret => {
  const client = new SecretsManagerClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return async (arn) => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (SecretString === undefined) throw new Error('the secret holds no text');
    return SecretString;
  };
};
