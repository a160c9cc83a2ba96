import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Cell, ZoneId } from '#shared/places/place.ts';
import type { Write } from '../../ports/store.ts';
import { cellsFromItem } from './items.ts';
import { cellsKey } from './keys.ts';

/**
 * The cells of each zone in which a donor has ever lived: one item with a set, which only grows. A cell is added before
 * the donor is saved, outside that transaction: a stage saves many donors of one zone, and a transaction takes an item
 * only once. A save that then fails leaves a cell without donors, which a search finds empty. Known cells stay valid
 * for the whole process, so that a known cell costs nothing.
 */
export const createDonorCells = (client: DynamoDBDocumentClient, TableName: string) => {
  const known = new Map<ZoneId, Set<Cell>>();

  const read = async (zone: ZoneId): Promise<Cell[]> => {
    const Key = cellsKey(zone);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    const cells = Item === undefined ? [] : cellsFromItem(Item);
    known.set(zone, new Set([...(known.get(zone) ?? []), ...cells]));
    return cells;
  };

  const add = async (zone: ZoneId, cells: Cell[]): Promise<void> => {
    const unknown = () => cells.filter((cell) => !known.get(zone)?.has(cell));
    if (unknown().length === 0) return;
    await read(zone);
    const added = unknown();
    if (added.length === 0) return;
    await client.send(
      new UpdateCommand({
        TableName,
        Key: cellsKey(zone),
        UpdateExpression: 'ADD cells :cells',
        ExpressionAttributeValues: { ':cells': new Set(added) },
      }),
    );
    for (const cell of added) known.get(zone)?.add(cell);
  };

  /** Adds the cells of the donors that are about to be saved. */
  const addFrom = async (writes: Write[]): Promise<void> => {
    const cells = new Map<ZoneId, Cell[]>();
    for (const write of writes) {
      if (!('put' in write) || write.put.kind !== 'person' || !write.put.donor) continue;
      const { cell, place } = write.put.donor;
      cells.set(place.zone, [...(cells.get(place.zone) ?? []), cell]);
    }
    await Promise.all([...cells].map(([zone, list]) => add(zone, [...new Set(list)])));
  };

  return { read, addFrom };
};
