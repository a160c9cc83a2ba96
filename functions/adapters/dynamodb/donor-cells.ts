import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { blockOf } from '#shared/places/geo.ts';
import type { Block, Cell } from '#shared/places/place.ts';
import type { BloodGroup } from '#shared/terms/blood-group.ts';
import type { Write } from '../../ports/store.ts';
import { cellsFromItem } from './items.ts';
import { createBatches } from './key-reads.ts';
import { cellsKey, type ItemKey } from './keys.ts';

/**
 * The cells in which a donor of a group has ever lived: one item with a set for each group and block, which only grows.
 * A search so knows which queues exist before it asks for one. A cell is added before the donor is saved, outside that
 * transaction: a stage saves many donors of one block, and a transaction takes an item only once. A save that then fails
 * leaves a cell without donors, which a search finds empty. Known cells stay valid for the whole process, so that a known
 * cell costs nothing.
 */
export const createDonorCells = (client: DynamoDBDocumentClient, TableName: string) => {
  const known = new Map<string, Set<Cell>>();
  const remember = ({ pk }: ItemKey, cells: Cell[]): void => {
    known.set(pk, new Set([...(known.get(pk) ?? []), ...cells]));
  };

  /** A search reads many of them at once, and may miss a cell that is a second old. */
  const load = createBatches(client, TableName, { isConsistent: false });

  const read = async (group: BloodGroup, block: Block): Promise<Cell[]> => {
    const key = cellsKey(group, block);
    const item = await load(key);
    const cells = item === undefined ? [] : cellsFromItem(item);
    remember(key, cells);
    return cells;
  };

  const add = async (Key: ItemKey, cells: Cell[]): Promise<void> => {
    const unknown = () => cells.filter((cell) => !known.get(Key.pk)?.has(cell));
    if (unknown().length === 0) return;
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    if (Item !== undefined) remember(Key, cellsFromItem(Item));
    const added = unknown();
    if (added.length === 0) return;
    await client.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'ADD cells :cells',
        ExpressionAttributeValues: { ':cells': new Set(added) },
      }),
    );
    remember(Key, added);
  };

  /** Adds the cells of the donors that are about to be saved. */
  const addFrom = async (writes: Write[]): Promise<void> => {
    const byKey = new Map<string, { key: ItemKey; cells: Set<Cell> }>();
    for (const write of writes) {
      if (!('put' in write) || write.put.kind !== 'person' || !write.put.donor) continue;
      const { cell, group } = write.put.donor;
      const key = cellsKey(group, blockOf(cell));
      const cells = byKey.get(key.pk)?.cells ?? new Set();
      byKey.set(key.pk, { key, cells: cells.add(cell) });
    }
    await Promise.all([...byKey.values()].map(({ key, cells }) => add(key, [...cells])));
  };

  return { read, addFrom };
};
