import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Item } from '#functions/adapters/dynamodb/items.ts';
import { tableAttributes } from '#functions/adapters/dynamodb/keys.ts';
import { leaksIn } from '../../world/leaks.ts';
import { databaseEndpoint, freshRawStore } from '../../world/servers/test-database.ts';
import { stories, untilExpiry } from '../../world/steps/privacy-stories.ts';
import { createWorld } from '../../world/world.ts';

describe.skipIf(!databaseEndpoint)('FORGET in a real database', () => {
  for (const [name, story] of Object.entries(stories))
    test(`leaves no trace of ${name}`, async () => {
      const { store, documents, table } = await freshRawStore();
      const world = await createWorld({ on: store });
      const { who, named = [] } = await story(world);
      // The time to live is of the hotline's clock, which is ahead of the database's here.
      const lives = (item: Item): boolean =>
        !(Number(item[tableAttributes.expires]) * 1000 <= world.clock.now());
      const search = async (): Promise<string[]> => {
        const items: string[] = [];
        for await (const page of paginateScan({ client: documents }, { TableName: table }))
          items.push(...(page.Items ?? []).filter(lives).map((item) => JSON.stringify(item)));
        return leaksIn(items, { numbers: [who.number], names: [who.name, ...named], texts: [] });
      };
      expect(await search()).not.toEqual([]);
      await who.forgets();
      await world.clock.advance(untilExpiry);
      expect(await search()).toEqual([]);
      documents.destroy();
    });
});
