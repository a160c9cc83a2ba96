import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Secrets Manager as far as a function asks it: every secret holds what `held` says just then. */
export const startSecretsManager = async (held: () => string) => {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { SecretId } = JSON.parse(Buffer.concat(chunks).toString());
    asked.push(`${request.headers['x-amz-target']} ${SecretId}`);
    response.setHeader('Content-Type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ ARN: SecretId, SecretString: held() }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Each call: what of, and which secret. */
    asked,
    close: () => void server.close(),
  };
};
