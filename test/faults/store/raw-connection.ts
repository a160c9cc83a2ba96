import { connect } from 'node:net';

export type BareAnswer = { status: number; body: string };

/**
 * One kept connection to a database on this machine, requests in one write each and answered in their order: Node's own
 * HTTP client costs more than the database does, millions of requests over.
 */
export const createBareLine = ({ hostname, port, host }: URL) => {
  const socket = connect(Number(port), hostname).setNoDelay();
  const asked: { resolve: (answer: BareAnswer) => void; reject: (error: Error) => void }[] = [];
  let heard: Buffer = Buffer.alloc(0);

  socket.on('data', (chunk: Buffer) => {
    heard = heard.length === 0 ? chunk : Buffer.concat([heard, chunk]);
    for (let answer = takeAnswer(); answer; answer = takeAnswer()) asked.shift()?.resolve(answer);
  });
  const fail = (error: Error): void => {
    for (const { reject } of asked.splice(0)) reject(error);
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The database has closed the connection')));

  const takeAnswer = (): BareAnswer | undefined => {
    const end = heard.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const head = heard.toString('latin1', 0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`An answer without its length: ${head}`);
    const from = end + 4;
    if (heard.length < from + length) return undefined;
    const body = heard.toString('utf8', from, from + length);
    heard = heard.subarray(from + length);
    return { status: Number(head.split(' ')[1]), body };
  };

  return {
    ask: (operation: string, body: string): Promise<BareAnswer> =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        socket.write(
          `POST / HTTP/1.1\r\nhost: ${host}\r\n${headers}x-amz-target: DynamoDB_20120810.${operation}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    end: (): void => void socket.destroy(),
  };
};
export type BareLine = ReturnType<typeof createBareLine>;

/** Databases on one machine look at the form of a signature only. */
const headers = [
  'content-type: application/x-amz-json-1.0',
  'x-amz-date: 20260101T000000Z',
  'authorization: AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=x',
  '',
].join('\r\n');
