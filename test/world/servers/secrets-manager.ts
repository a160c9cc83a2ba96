import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The part of Secrets Manager that functions use. Every secret has the current value of `held`. */
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
    /** The operation and the secret of each call. */
    asked,
    close: () => void server.close(),
  };
};
