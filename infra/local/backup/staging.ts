import { mkdirSync, rmSync } from 'node:fs';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoDbClient } from '#functions/adapters/dynamodb/client.ts';
import type { Store } from '#functions/ports/store.ts';
import { type DatabaseFiles, databaseFiles } from '../database/database-files.ts';
import { type DatabaseSocket, openDatabaseSocket } from '../database/database-socket.ts';
import { launch, stop } from '../database/dynoxide.ts';

/*
 * A database that is prepared beside the hotline's own, under the same lock: it replaces that one only when it is
 * whole. After a sudden end it is deleted and begun again.
 */

/** Marks the messages that may have left already (functions/use-cases/outbox/mark-uncertain.ts); returns how many. */
export type MarkUncertain = (store: Store) => Promise<number>;

export const clearStaging = ({ staging }: DatabaseFiles): void =>
  rmSync(staging, { recursive: true, force: true });

export const inStaging = async <T>(
  files: DatabaseFiles,
  work: (staged: DatabaseFiles) => Promise<T>,
): Promise<T> => {
  clearStaging(files);
  mkdirSync(files.staging, { mode: 0o700 });
  try {
    return await work(databaseFiles(files.staging));
  } finally {
    clearStaging(files);
  }
};

/** The staged file served for as long as the work lasts, and folded into one file afterwards. */
export const serveStaged = async <T>(
  staged: DatabaseFiles,
  work: (client: DynamoDBClient) => Promise<T>,
): Promise<T> => {
  const socket = await openDatabaseSocket(staged);
  try {
    return await serve(staged, socket, work);
  } finally {
    await socket.stop();
  }
};

const serve = async <T>(
  staged: DatabaseFiles,
  socket: DatabaseSocket,
  work: (client: DynamoDBClient) => Promise<T>,
): Promise<T> => {
  const child = await launch(staged, socket);
  if (child === 'locked') throw new Error(`${staged.dir} is in use`);
  const client = createDynamoDbClient(`unix:${socket.path}`);
  try {
    return await work(client);
  } finally {
    client.destroy();
    await stop(child);
  }
};
