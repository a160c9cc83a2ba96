import { connect } from 'node:net';

export type RawResponse = { status: number; body: string };

/**
 * One persistent connection to a database on this machine. Each request is one write, and responses come in order. Over
 * millions of requests Node's own HTTP client costs more time than the database.
 */
export const createRawConnection = ({ hostname, port, host }: URL) => {
  const socket = connect(Number(port), hostname).setNoDelay();
  const asked: { resolve: (answer: RawResponse) => void; reject: (error: Error) => void }[] = [];
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

  const takeAnswer = (): RawResponse | undefined => {
    const end = heard.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const head = heard.toString('latin1', 0, end);
    const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`A response without its length: ${head}`);
    const from = end + 4;
    if (heard.length < from + length) return undefined;
    const body = heard.toString('utf8', from, from + length);
    heard = heard.subarray(from + length);
    return { status: Number(head.split(' ')[1]), body };
  };

  return {
    ask: (operation: string, body: string): Promise<RawResponse> =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        socket.write(
          `POST / HTTP/1.1\r\nhost: ${host}\r\n${headers}x-amz-target: DynamoDB_20120810.${operation}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        );
      }),
    end: (): void => void socket.destroy(),
  };
};
export type RawConnection = ReturnType<typeof createRawConnection>;

/** Local databases check only the format of the signature. */
const headers = [
  'content-type: application/x-amz-json-1.0',
  'x-amz-date: 20260101T000000Z',
  'authorization: AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=x',
  '',
].join('\r\n');
