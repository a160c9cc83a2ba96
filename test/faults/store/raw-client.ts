import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { createRawConnection, type RawConnection } from './raw-connection.ts';
import type { InjectedFault } from './seed-store.ts';

/* The DynamoDB API over a raw connection. Over thousands of seeds the SDK's own client costs more time than the server. */

type Wire = Record<string, unknown>;

const toWire = (value: unknown): Wire => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (value instanceof Set) return { SS: [...value] };
  if (Array.isArray(value)) return { L: value.map(toWire) };
  return { M: toWireItem(value as Wire) };
};
const toWireItem = (item: Wire): Wire =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, toWire(value)]),
  );

const fromWire = (wire: Wire): unknown => {
  const [[type, value] = ['NULL', true]] = Object.entries(wire);
  if (type === 'N') return Number(value);
  if (type === 'NULL') return null;
  if (type === 'SS') return new Set(value as string[]);
  if (type === 'L') return (value as Wire[]).map(fromWire);
  return type === 'M' ? fromWireItem(value as Wire) : value;
};
const fromWireItem = (item: Wire): Wire =>
  Object.fromEntries(Object.entries(item).map(([name, wire]) => [name, fromWire(wire as Wire)]));

/** Fields of commands and responses that contain an item or a key at any depth, and those that contain a list of them. */
const single = new Set([
  'Item',
  'Attributes',
  'Key',
  'ExpressionAttributeValues',
  'LastEvaluatedKey',
  'ExclusiveStartKey',
]);
const lists = new Set(['Items', 'Keys']);

const walk = (value: unknown, change: (item: Wire) => Wire): unknown => {
  if (Array.isArray(value)) return value.map((one) => walk(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => {
      if (part === undefined) return [name, part];
      if (single.has(name)) return [name, change(part as Wire)];
      if (lists.has(name)) return [name, (part as Wire[]).map(change)];
      // BatchGet returns lists of items by table.
      if (name === 'Responses')
        return [
          name,
          Object.fromEntries(
            Object.entries(part as Record<string, Wire[]>).map(([table, items]) => [
              table,
              items.map(change),
            ]),
          ),
        ];
      return [name, walk(part, change)];
    }),
  );
};

/** The error that the SDK throws for a response that is not 200. */
const errorOf = (answer: Wire): Error => {
  const name =
    String(answer['__type'] ?? '')
      .split('#')
      .at(-1) ?? '';
  const message = String(answer['message'] ?? answer['Message'] ?? name);
  if (name === 'TransactionCanceledException')
    return new TransactionCanceledException({
      message,
      $metadata: {},
      CancellationReasons: answer['CancellationReasons'] as [],
    });
  if (name === 'ConditionalCheckFailedException')
    return new ConditionalCheckFailedException({ message, $metadata: {} });
  return Object.assign(new Error(message), { name });
};

/** The injected error as an operation throws it: a put without a transaction meets another's transaction by this name. */
const asThrownBy = (operation: string, error: Error): Error =>
  operation === 'PutItem' && error instanceof TransactionCanceledException
    ? new TransactionConflictException({ message: error.message, $metadata: {} })
    : error;

/** Sends document commands like the document client, without its retries. */
export class RawDocumentClient extends DynamoDBDocumentClient {
  private readonly line: RawConnection;
  /** The fault of the next command. */
  next: InjectedFault | undefined;

  constructor(endpoint: string) {
    super(
      new DynamoDBClient({
        endpoint,
        region: 'local',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      }),
    );
    this.line = createRawConnection(new URL(endpoint));
  }

  /** Runs one operation in DynamoDB's JSON. */
  async ask(operation: string, input: unknown): Promise<Wire> {
    const { status, body } = await this.line.ask(operation, JSON.stringify(input));
    const answer = JSON.parse(body || '{}') as Wire;
    if (status === 200) return answer;
    throw errorOf(answer);
  }

  override async send(command: unknown): Promise<never> {
    const { input } = command as { input: Wire };
    const operation = operations.get((command as object).constructor) ?? '';
    const isSave = operation === 'TransactWriteItems' || operation === 'PutItem';
    const next = this.next?.only === 'saves' && !isSave ? undefined : this.next;
    if (next) this.next = undefined;
    if (next?.when === 'instead') throw asThrownBy(operation, next.error);
    const answer = walk(await this.ask(operation, walk(input, toWireItem)), fromWireItem);
    if (next) throw next.error;
    return answer as never;
  }

  override destroy(): void {
    this.line.end();
    super.destroy();
  }
}

/** The API operations of the document client's commands. A bundler may change the names of the classes. */
const operations = new Map<unknown, string>([
  [GetCommand, 'GetItem'],
  [PutCommand, 'PutItem'],
  [UpdateCommand, 'UpdateItem'],
  [QueryCommand, 'Query'],
  [ScanCommand, 'Scan'],
  [BatchGetCommand, 'BatchGetItem'],
  [TransactWriteCommand, 'TransactWriteItems'],
]);
