import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Services } from '#functions/ports/services.ts';
import { findCandidates } from '#functions/use-cases/alerts/find-candidates.ts';
import { advanceRequest } from '#functions/use-cases/requests/advance-request.ts';
import { startEmbeddedDatabase } from '#infra/local/database/embedded-database.ts';
import type { Gazetteer } from '#shared/places/gazetteer.ts';
import { countMissing } from '#shared/request/pledge-counts.ts';
import { type Request, requestSchema } from '#shared/request/request.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { after, type EpochMs, hours } from '#shared/terms/time.ts';
import { seededIds } from '#test/world/seeded-ids.ts';
import { writesOf } from '../limits/keys-of-call.ts';
import { type DatabaseCall, openMeteredTable } from '../metered-table.ts';
import type { Crowd } from './donor-crowd.ts';
import { inUse, tableName } from './prepared-table.ts';

/** The cost of one run. */
export type Run = { ms: number; reads: number; writes: number; queries: number; asked: number };

type Given = { config: HotlineConfig; gazetteer: Gazetteer; now: EpochMs; crowd: Crowd };

/** A hotline on a prepared table. Each stage leaves the table unchanged. */
export const openStageTable = async (dir: string, { config, gazetteer, now, crowd }: Given) => {
  const database = await startEmbeddedDatabase(dir);
  writeFileSync(join(dir, inUse), '');
  let calls: DatabaseCall[] = [];
  const { store, documents, client } = openMeteredTable(database.endpoint, tableName, {
    onCall: (call) => calls.push(call),
  });
  const never = () => Promise.reject(new Error('a stage sends nothing itself'));
  const services: Services = {
    store,
    carrier: {
      received: never,
      send: never,
      find: never,
      call: never,
      findCall: never,
      sound: never,
      deleteSound: never,
      photo: never,
      deletePhoto: never,
    },
    clock: { now: () => now, pause: async () => {} },
    ids: seededIds(1),
    log: { info: () => {}, error: () => {} },
    config,
    gazetteer,
    hotlineNumber: phoneNumberSchema.parse('+915320000000'),
    publicUrl: 'https://hotline.test',
  };

  const measured = async (work: () => Promise<number>): Promise<Run> => {
    calls = [];
    const start = performance.now();
    const asked = await work();
    const ms = performance.now() - start;
    const sum = (of: (call: DatabaseCall) => number) => calls.reduce((all, c) => all + of(c), 0);
    const queries = calls.filter((call) => call.operation === 'Query').length;
    return { ms, reads: sum((c) => c.reads), writes: sum((c) => c.writes), queries, asked };
  };

  /** Removes the added items and restores the donors. */
  const restore = async (written: DatabaseCall[], request: Request): Promise<void> => {
    const puts = written.flatMap(writesOf).filter(({ item }) => item !== undefined);
    const keys = new Map(puts.map(({ pk, sk }) => [`${pk} ${sk}`, { pk, sk }]));
    const restored = [...keys.values()].map((Key) => {
      const phone = Key.pk.match(/^PERSON#(.*)/)?.[1];
      return phone === undefined || phone === request.requester
        ? { DeleteRequest: { Key } }
        : { PutRequest: { Item: crowd.itemOf(crowd.indexOf(phone)) } };
    });
    for (let i = 0; i < restored.length; i += 25)
      await documents.send(
        new BatchWriteCommand({ RequestItems: { [tableName]: restored.slice(i, i + 25) } }),
      );
  };

  return {
    services,
    documents,
    /** The calls since the caller last emptied it. */
    meter: {
      get calls() {
        return calls;
      },
      set calls(list: DatabaseCall[]) {
        calls = list;
      },
    },
    async put(items: Record<string, unknown>[]): Promise<void> {
      for (let i = 0; i < items.length; i += 25)
        await documents.send(
          new BatchWriteCommand({
            RequestItems: {
              [tableName]: items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } })),
            },
          }),
        );
    },
    /** Selects donors without asking them. */
    find: (request: Request): Promise<Run> =>
      measured(async () => {
        const stage = config.policy.stages[request.urgency];
        const { chosen } = await findCandidates(
          services,
          request,
          {
            component: request.component,
            place: request.place,
            neededBy: request.neededBy,
            urgency: request.urgency,
            spared: new Set(),
          },
          {
            situation: { missing: countMissing(request), waiting: [] },
            wanted: stage.wantedChance,
            most: stage.maxDonors,
            isFirst: true,
          },
          now,
        );
        return chosen.length;
      }),
    /** Runs the whole due step of a request: load, select, decide, save. */
    async runStage(request: Request): Promise<Run> {
      await store.save([{ put: request }]);
      const run = await measured(async () => {
        await advanceRequest(services, request.id);
        return 0;
      });
      const stage = calls;
      const file = await store.requestFile(request.id);
      await restore(stage, request);
      return { ...run, asked: file?.alerts.length ?? 0 };
    },
    async close() {
      client.destroy();
      await database.stop();
      rmSync(join(dir, inUse));
    },
  };
};
export type StageTable = Awaited<ReturnType<typeof openStageTable>>;

/** A request for two units of B+ within four hours, just verified, whose first stage is due now. */
export const dueRequest = (n: number, place: Request['place'], now: EpochMs): Request =>
  requestSchema.parse({
    kind: 'request',
    id: `bench-request-${n}`,
    version: 0,
    code: '4821',
    requester: '+918000000000',
    group: 'B+',
    component: 'whole-blood',
    exchange: false,
    units: 2,
    hospital: 'SRN Hospital',
    place,
    neededBy: after(now, hours(4)),
    urgency: 'urgent',
    patient: 'Ramesh Kumar',
    attendant: 'Suresh Kumar',
    createdAt: now,
    stages: 0,
    phase: { type: 'searching', reach: 0, nextStageAt: now, toReplace: 0, exhausted: false },
    pledges: [],
    alertsToClose: false,
    dueAt: now,
  });
