import { beforeEach, describe, expect, it } from 'vitest';
import {
  alertKey,
  auditKey,
  type ItemKey,
  outboxKey,
  personKey,
} from '#functions/adapters/dynamodb/keys.ts';
import type { OnInvalidItem } from '#functions/ports/invalid-item.ts';
import type { Store, Write } from '#functions/ports/store.ts';
import type { Camp } from '#shared/camp/camp.ts';
import type { AlertRef } from '#shared/people/alert-refs.ts';
import type { Person } from '#shared/people/person.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import { blockOf, wideCellOf } from '#shared/places/geo.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type EpochMs, epochMs, fromCalendar } from '#shared/terms/time.ts';
import { aCamp, aSeat } from '../fixtures/camps/camp-items.ts';
import {
  aDonor,
  alertId,
  aMarker,
  anAlert,
  anAuditEntry,
  anEntry,
  anOutboxRow,
  aPerson,
  aPhoto,
  aPointer,
  aReply,
  aRequest,
  aStory,
  at,
  cell,
  code,
  later,
  phone,
  requestId,
  zone,
} from './samples.ts';

const puts = (...entities: Extract<Write, { put: unknown }>['put'][]): Write[] =>
  entities.map((put) => ({ put }));

/** The contract of every Store. `fresh` makes an empty one; `spoil` makes an item invalid. */
export const describeStore = (
  name: string,
  fresh: (
    onBroken: OnInvalidItem,
  ) => Promise<{ store: Store; spoil(key: ItemKey): Promise<void> | void }>,
) =>
  describe(`the Store port: ${name}`, () => {
    let store: Store;
    let spoil: (key: ItemKey) => Promise<void> | void;
    let reported: string[];
    beforeEach(async () => {
      reported = [];
      ({ store, spoil } = await fresh(({ key, fields }) => reported.push(`${key} ${fields}`)));
    });

    const saved = async (...writes: Write[]) => expect(await store.save(writes)).toBe('saved');
    const refused = async (...writes: Write[]) => expect(await store.save(writes)).toBe('conflict');
    const found = async (over: Partial<Parameters<Store['donors']>[0]> = {}) =>
      (
        await store.donors({
          group: 'B+',
          line: { othersIn: cell('508,1636') },
          by: at,
          limit: 50,
          ...over,
        })
      ).map((person) => person.phone);

    describe('tallies', () => {
      it('give each concurrent caller a different number', async () => {
        const counted = await Promise.all(
          Array.from({ length: 20 }, () => store.tally('texts +9194150', at)),
        );
        expect([...counted].sort((a, b) => a - b)).toEqual(
          Array.from({ length: 20 }, (_, i) => i + 1),
        );
      });

      it('start at 1 in each hour and for each key', async () => {
        await store.tally('texts +9194150', at);
        expect(await store.tally('texts +9194150', later(3_600_000))).toBe(1);
        expect(await store.tally('texts +9194151', at)).toBe(1);
        expect(await store.tally('calls back +9194150', at)).toBe(1);
        expect(await store.tally('texts +9194150', at)).toBe(2);
      });

      it('are read without counting', async () => {
        expect(await store.tally('refused +9194150', at, 0)).toBe(0);
        await store.tally('refused +9194150', at);
        expect(await store.tally('refused +9194150', at, 0)).toBe(1);
        expect(await store.tally('refused +9194150', at)).toBe(2);
      });
    });

    describe('reading by key', () => {
      it('finds nothing in an empty store', async () => {
        expect(await store.person(phone(1))).toBeUndefined();
        expect(await store.persons([phone(1), phone(2)])).toEqual([]);
        expect(await store.persons([])).toEqual([]);
        expect(await store.request(requestId('r1'))).toBeUndefined();
        expect(await store.requestFile(requestId('r1'))).toBeUndefined();
        expect(await store.alert(requestId('r1'), alertId('a1'))).toBeUndefined();
        expect(await store.code(code('4821'))).toBeUndefined();
        expect(await store.incoming('SM1')).toBeUndefined();
        expect(await store.outboxRow('m1')).toBeUndefined();
        expect(await store.donorCells('B+', blockOf(cell('508,1636')))).toEqual([]);
        expect(await store.roster(zone('prayagraj'))).toEqual([]);
        expect(await store.due('request', later(1e12), 10)).toEqual([]);
        expect(await found()).toEqual([]);
        expect(await everyoneIn(store)).toEqual([]);
      });

      it('returns what was saved, at the next version, in any script', async () => {
        const person = aPerson(1, {
          name: 'अनीता देवी 🩸 "Anita"',
          language: 'hi',
          donor: aDonor({ weightKg: 55.5, remindAt: later(5) }),
          unreachable: { at, error: '30005' },
          question: { about: 'request', field: 'units', at },
          requestDraft: { group: 'AB-', units: 2, attendant: '' },
          joinDraft: { lastDonation: null },
        });
        const request = aRequest('r1', {
          phase: { type: 'verifying', round: 1, nextRoundAt: later(1), asked: [phone(3)] },
        });
        const alert = anAlert('r1', 'a1');
        const row = anOutboxRow('m1', { dueAt: at, requestId: requestId('r1') });
        await saved(...puts(person, request, alert, row));
        expect(await store.person(person.phone)).toStrictEqual({ ...person, version: 1 });
        expect(await store.request(request.id)).toStrictEqual({ ...request, version: 1 });
        expect(await store.alert(request.id, alert.id)).toStrictEqual({ ...alert, version: 1 });
        expect(await store.outboxRow('m1')).toStrictEqual({ ...row, version: 1 });
      });

      it('drops undefined fields', async () => {
        await saved({ put: Object.assign(aPerson(1), { name: undefined }) });
        expect(await store.person(phone(1))).not.toHaveProperty('name');
      });

      it('repairs text that was cut inside an emoji', async () => {
        await saved({ put: aPerson(1, { name: 'Anita 🩸'.slice(0, -1) }) });
        expect((await store.person(phone(1)))?.name).toBe('Anita \ufffd');
      });

      it('returns copies', async () => {
        await saved({ put: aPerson(1, { name: 'Anita' }) });
        const first = await store.person(phone(1));
        // A store may freeze what it returns instead of copying it.
        if (first) Reflect.set(first, 'name', 'Changed');
        expect((await store.person(phone(1)))?.name).toBe('Anita');
      });

      it('finds more persons than fit one batch, each once, without the missing ones', async () => {
        const people = Array.from({ length: 230 }, (_, n) => aPerson(n));
        for (let n = 0; n < 230; n += 100) await saved(...puts(...people.slice(n, n + 100)));
        const phones = [...people.map((p) => p.phone), phone(7), phone(999)];
        const all = await store.persons(phones);
        expect(all.map((p) => p.phone).sort()).toEqual(people.map((p) => p.phone).sort());
      });

      it('returns a request with its alerts and timeline in order, and nothing of another request', async () => {
        const request = aRequest('r1');
        await saved(
          ...puts(request, anAlert('r1', 'a2'), anAlert('r1', 'a1'), anAlert('r10', 'a3')),
          { add: anEntry('r1', '0002') },
          { add: anEntry('r1', '0001', { who: 'verifier +91•••••••345' }) },
          { add: anEntry('r10', '0001') },
        );
        const file = await store.requestFile(request.id);
        expect(file?.request).toStrictEqual({ ...request, version: 1 });
        expect(file?.alerts.map(({ id }) => id)).toEqual(['a1', 'a2']);
        expect(file?.timeline.map(({ id }) => id)).toEqual(['0001', '0002']);
        expect(file?.timeline[0]?.facts).toEqual({ units: 2, code: '4821' });
        expect(await store.alertedRequest(request.id)).toStrictEqual({
          request: file?.request,
          alerts: file?.alerts,
        });
        expect(await store.alertedRequest(requestId('none'))).toBeUndefined();
      });

      it('lists every person', async () => {
        await saved(...puts(aPerson(1), aPerson(2), aRequest('r1')), { add: aMarker('SM1') });
        const everyone = await everyoneIn(store);
        expect(everyone.map((p) => p.phone).sort()).toEqual([phone(1), phone(2)]);
      });
    });

    describe('saving', () => {
      it('accepts an empty list of writes', async () => {
        await saved();
      });

      it('refuses a version that is not the stored one', async () => {
        const person = aPerson(1);
        await saved({ put: person });
        await refused({ put: person });
        await refused({ put: { ...person, version: 2 } });
        await saved({ put: { ...person, version: 1, name: 'Anita' } });
        expect(await store.person(person.phone)).toMatchObject({ version: 2, name: 'Anita' });
        await refused({ put: { ...aPerson(2), version: 1 } });
      });

      it.each([
        ['a version', { put: { ...aPerson(1), version: 7 } }],
        ['a marker that exists', { add: aMarker('SM1') }],
        ['an entry that exists', { add: anEntry('r1', '0001') }],
        ['a code that is held', { take: aPointer('4821', 'r2'), now: later(1) }],
        ['a code of another', { keep: aPointer('4821', 'r2', at) }],
        ['a removal', { remove: { ...aPerson(1), version: 7 } }],
      ] satisfies [string, Write][])('saves all or nothing: %s', async (_, write) => {
        await saved(
          { put: aPerson(1) },
          { add: aMarker('SM1') },
          { add: aReply('SM1', 'first') },
          { add: anEntry('r1', '0001') },
          { take: aPointer('4821', 'r1'), now: at },
        );
        await refused({ put: aPerson(2) }, write, { add: aMarker('SM2') });
        expect(await store.person(phone(2))).toBeUndefined();
        expect(await store.incoming('SM2')).toBeUndefined();
        expect(await store.person(phone(1))).toMatchObject({ version: 1 });
        expect(await store.reply('SM1')).toMatchObject({ text: 'first' });
        expect(await store.code(code('4821'))).toEqual(aPointer('4821', 'r1'));
      });

      it('removes a person at the version that was read', async () => {
        const person = aPerson(1, { donor: aDonor(), volunteer: aVolunteer });
        await saved({ put: person });
        await refused({ remove: person });
        await saved({ remove: { ...person, version: 1 } });
        expect(await store.person(phone(1))).toBeUndefined();
        expect(await found()).toEqual([]);
        expect(await store.roster(zone('prayagraj'))).toEqual([]);
        await refused({ remove: { ...person, version: 1 } });
        await saved({ put: person });
      });

      it('stores the reply to an incoming message once', async () => {
        await saved({ add: aMarker('SM1') }, { add: aReply('SM1') }, { add: aMarker('SM2') });
        await refused({ add: aMarker('SM1') }, { add: aReply('SM3') });
        await refused({ add: aReply('SM1', 'another') });
        expect(await store.incoming('SM1')).toStrictEqual(aMarker('SM1'));
        expect(await store.reply('SM1')).toStrictEqual(aReply('SM1'));
        expect(await store.incoming('SM2')).toStrictEqual(aMarker('SM2'));
        for (const id of ['SM2', 'SM3']) expect(await store.reply(id)).toBeUndefined();
      });

      it('accepts a hundred writes, and refuses more', async () => {
        const people = Array.from({ length: 100 }, (_, n) =>
          aPerson(n, { donor: aDonor({ cell: cell(`${500 + (n % 7)},1636`) }) }),
        );
        await saved(...puts(...people));
        expect(await store.persons(people.map((p) => p.phone))).toHaveLength(100);
        expect(await store.donorCells('B+', blockOf(cell('508,1636')))).toHaveLength(7);
        const more = Array.from({ length: 101 }, (_, n) => aPerson(n + 200));
        await expect(store.save(puts(...more))).rejects.toThrow();
      });

      it('refuses two writes of one item', async () => {
        await expect(store.save(puts(aPerson(1), aPerson(1)))).rejects.toThrow();
      });

      it('refuses an entity that could not be read back, and names no number', async () => {
        const broken = { ...aPerson(1), heard: { since: at, count: Number.NaN } };
        const save = store.save([{ put: aPerson(2) }, { put: broken }]);
        await expect(save).rejects.toThrow(
          'PERSON#+91•••••••001 does not fit its schema in: heard.count',
        );
        expect(await store.person(phone(2))).toBeUndefined();
      });

      it('lets exactly one of many concurrent saves win', async () => {
        await saved({ put: aRequest('r1') });
        const results = await Promise.all(
          Array.from({ length: 30 }, (_, n) =>
            store.save([
              { put: { ...aRequest('r1'), version: 1, units: (n % 5) + 1 } },
              { put: aPerson(n) },
              { add: anEntry('r1', `entry-${n}`) },
            ]),
          ),
        );
        expect(results.filter((result) => result === 'saved')).toHaveLength(1);
        expect(await store.request(requestId('r1'))).toMatchObject({ version: 2 });
        expect(await everyoneIn(store)).toHaveLength(1);
        expect((await store.requestFile(requestId('r1')))?.timeline).toHaveLength(1);
      });
    });

    describe('codes', () => {
      const take = (request: string, now: number): Write => ({
        take: aPointer('4821', request),
        now: epochMs(now),
      });

      it('belong to one request until it is over and their rest has passed', async () => {
        await saved(take('r1', at));
        await refused(take('r2', at + 1e12));
        await saved({ keep: aPointer('4821', 'r1', at + 100) });
        expect(await store.code(code('4821'))).toStrictEqual(aPointer('4821', 'r1', at + 100));
        await refused(take('r2', at + 99));
        await saved(take('r2', at + 100));
        expect(await store.code(code('4821'))).toStrictEqual(aPointer('4821', 'r2'));
      });

      it('are released by their holder only', async () => {
        await refused({ keep: aPointer('4821', 'r1', at) });
        await saved(take('r1', at));
        await refused({ keep: aPointer('4821', 'r2', at) });
      });

      it('are changed as they were seen, or not at all', async () => {
        const [first, next] = [epochMs(at + 1), epochMs(at + 2)];
        const audited = (lookAt: EpochMs) => ({ ...aPointer('4821', 'r1'), lookAt });
        await saved({ take: audited(first), now: at });
        await saved({ keep: audited(next), seen: first });
        await refused({ keep: audited(next), seen: first });
        await refused({ keep: { ...audited(next), requestId: requestId('r2') }, seen: next });
        await saved({ keep: aPointer('4821', 'r1', at), seen: next });
        await refused({ keep: audited(next), seen: next });
        expect(await store.code(code('4821'))).toStrictEqual(aPointer('4821', 'r1', at));
      });

      it('go to only one of two requests that take the same code', async () => {
        const results = await Promise.all(
          ['r1', 'r2', 'r3'].map((id) => store.save([take(id, at), { put: aRequest(id) }])),
        );
        expect(results.sort()).toEqual(['conflict', 'conflict', 'saved']);
      });
    });

    describe('donors', () => {
      const save = (n: number, donor: Parameters<typeof aDonor>[0] = {}) =>
        saved({ put: aPerson(n, { donor: aDonor(donor) }) });

      it('are listed by group and queue, least recently asked first', async () => {
        await save(1, { mayGiveFrom: epochMs(at - 5) });
        await save(2, { mayGiveFrom: epochMs(900) });
        await save(3, { mayGiveFrom: at });
        await save(4, { mayGiveFrom: later(1) });
        await save(5, { group: 'B-' });
        await save(6, { cell: cell('509,1636') });
        await save(7, { cell: cell('-508,-1636') });
        expect(await found()).toEqual([phone(2), phone(1), phone(3)]);
        expect(await found({ limit: 2 })).toEqual([phone(2), phone(1)]);
        expect(await found({ limit: 0 })).toEqual([]);
        expect(await found({ by: later(1) })).toHaveLength(4);
        expect(await found({ group: 'B-' })).toEqual([phone(5)]);
        expect(await found({ line: { othersIn: cell('-508,-1636') } })).toEqual([phone(7)]);
      });

      it('move to the end of the queue when they are asked', async () => {
        await save(1);
        await save(2, { mayGiveFrom: epochMs(900) });
        const alerts: AlertRef[] = [
          {
            requestId: requestId('r1'),
            alertId: alertId('a1'),
            code: code('4821'),
            at: later(3),
            openUntil: later(9),
            state: 'ended',
          },
        ];
        const donor = aDonor({ mayGiveFrom: epochMs(900) });
        await saved({ put: aPerson(2, { version: 1, donor, alerts }) });
        expect(await found({ by: later(5) })).toEqual([phone(1), phone(2)]);
        expect(await found({ by: later(2) })).toEqual([phone(1)]);
      });

      it('are in the queue of a wide cell after a yes, and in no other', async () => {
        const record = { ...emptyHistory, tries: 3, saidYes: 1 };
        await save(1, { record });
        await save(2, { record, cell: cell('511,1639') });
        await save(3, { record, cell: cell('512,1639') });
        await save(4);
        const keen = await found({ line: { keenIn: wideCellOf(cell('508,1636')) } });
        expect(keen).toEqual([phone(1), phone(2)]);
        expect(await found()).toEqual([phone(4)]);
      });

      it('are returned with all their fields', async () => {
        const person = aPerson(1, { donor: aDonor(), name: 'अनीता' });
        await saved({ put: person });
        const line = { othersIn: cell('508,1636') };
        expect(await store.donors({ group: 'B+', line, by: at, limit: 5 })).toStrictEqual([
          { ...person, version: 1 },
        ]);
      });

      const donor = aDonor();
      it.each<[string, Partial<Person>, Partial<Person>]>([
        ['opted out', { donor, optedOut: true }, { donor }],
        [
          'neither to be texted nor called',
          { donor, unreachable: { at, error: '30005' }, uncallable: { at, error: 'failed' } },
          { donor, unreachable: { at, error: '30005' } },
        ],
        ['paused', { donor: aDonor({ pausedUntil: later(9), mayGiveFrom: later(9) }) }, { donor }],
        ['of another group', { donor: aDonor({ group: 'O-' }) }, { donor }],
        ['moved away', { donor: aDonor({ cell: cell('1,1') }) }, { donor }],
        ['no donor any more', {}, { donor }],
      ])('are not listed while %s, and are listed again afterwards', async (_, gone, back) => {
        await save(1);
        expect(await found()).toEqual([phone(1)]);
        await saved({ put: aPerson(1, { version: 1, ...gone }) });
        expect(await found()).toEqual([]);
        await saved({ put: aPerson(1, { version: 2, ...back }) });
        expect(await found()).toEqual([phone(1)]);
      });

      it('keep a record of the cells in which each group lives', async () => {
        const cellsOf = async (group: 'B+' | 'O-', near: string) =>
          (await store.donorCells(group, blockOf(cell(near)))).sort();
        await save(1);
        await save(2);
        await save(3, { cell: cell('509,1636') });
        await save(4, { cell: cell('1,1'), group: 'O-' });
        await saved({ put: aPerson(5, { volunteer: aVolunteer }) });
        const moved = aDonor({ cell: cell('2,2') });
        await saved({ put: aPerson(1, { version: 1, donor: moved }) });
        expect(await cellsOf('B+', '508,1636')).toEqual(['508,1636', '509,1636']);
        expect(await cellsOf('B+', '1,1')).toEqual(['2,2']);
        expect(await cellsOf('O-', '2,2')).toEqual(['1,1']);
        expect(await cellsOf('O-', '508,1636')).toEqual([]);
      });
    });

    it('lists all volunteers of a zone, on duty or not', async () => {
      await saved(
        ...puts(
          aPerson(1, { volunteer: aVolunteer }),
          aPerson(2, { volunteer: { ...aVolunteer, onDuty: false, role: 'coordinator' } }),
          aPerson(3, { volunteer: { ...aVolunteer, zone: zone('agra') } }),
          aPerson(4, { donor: aDonor() }),
        ),
      );
      const roster = await store.roster(zone('prayagraj'));
      expect(roster.map((p) => p.phone).sort()).toEqual([phone(1), phone(2)]);
      await saved({ put: aPerson(1, { version: 1 }) });
      expect((await store.roster(zone('prayagraj'))).map((p) => p.phone)).toEqual([phone(2)]);
    });

    it('stores the last sweep', async () => {
      expect(await store.sweep()).toBeUndefined();
      const sweep = { kind: 'sweep', version: 0, at, mended: 2 } as const;
      await saved({ put: sweep });
      await refused({ put: sweep });
      expect(await store.sweep()).toEqual({ ...sweep, version: 1 });
    });

    describe('an invalid item', () => {
      const volunteer = aVolunteer;
      const spoilt = 'PERSON#+91•••••••002 kind';
      beforeEach(async () => {
        const people = [1, 2, 3].map((n) => aPerson(n, { donor: aDonor(), volunteer }));
        await saved(...puts(...people, anOutboxRow('m1', { dueAt: at }), aRequest('r1')));
        await saved({ put: anAlert('r1', 'a1') });
        await spoil(personKey(phone(2)));
        await spoil(outboxKey('m1'));
      });

      it('throws when it is read by its key, and the error names no number', async () => {
        await expect(store.person(phone(2))).rejects.toThrow(
          'PERSON#+91•••••••002 does not fit its schema in',
        );
        await expect(store.outboxRow('m1')).rejects.toThrow(
          'OUTBOX#m1 does not fit its schema in: kind',
        );
        await spoil(alertKey('r1', 'a1'));
        await expect(store.requestFile(requestId('r1'))).rejects.toThrow('ALERT#a1 does not fit');
        expect(await store.request(requestId('r1'))).toBeDefined();
        expect(reported).toEqual([]);
      });

      it.each<[string, () => Promise<PhoneNumber[]>]>([
        ['donors', () => found()],
        ['roster', async () => (await store.roster(zone('prayagraj'))).map((p) => p.phone)],
        ['persons', async () => (await store.persons([1, 2, 3].map(phone))).map((p) => p.phone)],
        ['everyone', async () => (await everyoneIn(store)).map((p) => p.phone)],
      ])('is left out of %s, and reported', async (_, list) => {
        expect((await list()).sort()).toEqual([phone(1), phone(3)]);
        expect(reported).toEqual([spoilt]);
      });

      it('is replaced by the next item in a list', async () => {
        expect(await found({ limit: 2 })).toEqual([phone(1), phone(3)]);
      });

      it('is still listed as due', async () => {
        expect(await store.due('outbox', at, 9)).toEqual([{ kind: 'outbox', id: 'm1', at }]);
        expect(reported).toEqual([]);
      });

      it('can be read after it is written again', async () => {
        await saved({ put: aPerson(2, { version: 1, donor: aDonor() }) });
        expect(await store.person(phone(2))).toMatchObject({ version: 2 });
        expect(await found()).toEqual([phone(1), phone(2), phone(3)]);
      });
    });

    describe('due items', () => {
      it('are listed by kind, oldest first, up to and including the given time', async () => {
        await saved(
          ...puts(
            aRequest('r1', { dueAt: later(2) }),
            aRequest('r2', { dueAt: epochMs(5) }),
            aRequest('r3', { dueAt: at }),
            aRequest('r4'),
            anOutboxRow('m1', { dueAt: at }),
            aPerson(1, { donor: aDonor({ remindAt: at }) }),
            aPerson(2, { donor: aDonor() }),
          ),
        );
        expect(await store.due('request', at, 10)).toEqual([
          { kind: 'request', id: 'r2', at: 5 },
          { kind: 'request', id: 'r3', at },
        ]);
        expect(await store.due('request', at, 1)).toEqual([{ kind: 'request', id: 'r2', at: 5 }]);
        expect(await store.due('request', at, 10, epochMs(5))).toEqual(
          await store.due('request', at, 10),
        );
        expect((await store.due('request', at, 10, epochMs(6))).map(({ id }) => id)).not.toContain(
          'r2',
        );
        expect(await store.due('outbox', at, 10)).toEqual([{ kind: 'outbox', id: 'm1', at }]);
        expect(await store.due('person', at, 10)).toEqual([{ kind: 'person', id: phone(1), at }]);
        expect(await store.due('request', epochMs(4), 10)).toEqual([]);
        await saved({ take: { ...aPointer('4821', 'r1', null), lookAt: at }, now: at });
        expect(await store.due('code', at, 10)).toEqual([{ kind: 'code', id: '4821', at }]);
        await saved({ keep: aPointer('4821', 'r1', at) });
        expect(await store.due('code', at, 10)).toEqual([]);
        const ever = epochMs(Number.MAX_SAFE_INTEGER);
        expect((await store.due('request', ever, 10)).map(({ id }) => id)).toEqual([
          'r2',
          'r3',
          'r1',
        ]);
      });

      it('move when their time changes, and leave the list when they have none', async () => {
        await saved(...puts(aRequest('r1', { dueAt: at }), anOutboxRow('m1', { dueAt: at })));
        await saved(
          ...puts(
            aRequest('r1', { version: 1, dueAt: later(1) }),
            anOutboxRow('m1', { version: 1 }),
          ),
        );
        expect(await store.due('request', at, 10)).toEqual([]);
        expect(await store.due('request', later(1), 10)).toHaveLength(1);
        expect(await store.due('outbox', later(1), 10)).toEqual([]);
      });
    });

    describe('a camp', () => {
      const [one, other] = [aCamp('camp-1'), aCamp('camp-2')];
      const seats = [aSeat(one, '4821'), aSeat(one, '1200')];

      it('is returned as it was saved, and lists its own seats by their digits', async () => {
        await saved(...puts(one, other, ...seats, aSeat(other, '4821')));
        expect(await store.camp(one.id)).toEqual({ ...one, version: 1 });
        expect(await store.camp(aCamp('camp-3').id)).toBeUndefined();
        expect((await store.seats(one.id)).map(({ id }) => id)).toEqual(['1200', '4821']);
        expect(await store.seat(one.id, aSeat(one, '1200').id)).toMatchObject({ version: 1 });
        expect(await store.seat(other.id, aSeat(one, '1200').id)).toBeUndefined();
      });

      it('takes each four digits once', async () => {
        await saved(...puts(one, ...seats));
        expect(await store.save(puts(aSeat(one, '4821')))).toBe('conflict');
      });

      it('and each of its seats are due at their own time', async () => {
        await saved(...puts({ ...one, dueAt: at }, { ...aSeat(one, '4821'), dueAt: at }));
        expect(await store.due('camp', at, 10)).toEqual([{ kind: 'camp', id: one.id, at }]);
        expect(await store.due('seat', at, 10)).toEqual([{ kind: 'seat', id: 'camp-1/4821', at }]);
        expect(await store.due('seat', epochMs(at - 1), 10)).toEqual([]);
      });

      it('is listed apart from the open ones once it is over and everyone is told', async () => {
        const told: Camp = { ...one, state: 'off', dueAt: at };
        const telling: Camp = { ...other, state: 'off', left: 1, dueAt: at };
        await saved(...puts(told, telling));
        expect(await store.due('camp-over', at, 10)).toMatchObject([{ id: told.id }]);
        expect(await store.due('camp', at, 10)).toMatchObject([{ id: telling.id }]);
      });
    });

    describe('a story', () => {
      const [one, other] = [aStory('s1'), aStory('s2', { state: 'shown' })];

      it('is returned as it was saved, and gone once it is removed', async () => {
        await saved(...puts(one));
        expect(await store.story(one.id)).toEqual({ ...one, version: 1 });
        expect(await store.story(other.id)).toBeUndefined();
        await saved({ remove: { ...one, version: 1 } });
        expect(await store.story(one.id)).toBeUndefined();
      });

      it('is listed apart once it is shown', async () => {
        await saved(...puts(one, other));
        expect(await store.due('story', at, 10)).toEqual([{ kind: 'story', id: one.id, at }]);
        expect(await store.due('story-shown', at, 10)).toMatchObject([{ id: other.id }]);
      });
    });

    describe('a photograph of the largest size', () => {
      const photo = aPhoto('p1');

      it('is returned as it was saved, and gone once it is removed', async () => {
        await saved(...puts(photo));
        expect(await store.photo(photo.id)).toEqual({ ...photo, version: 1 });
        await saved({ remove: { ...photo, version: 1 } });
        expect(await store.photo(photo.id)).toBeUndefined();
      });
    });

    describe('the audit trail', () => {
      // The hotline's months are those of India: this is 1 November, 00:00.
      const november = fromCalendar({ year: 2026, month: 11, day: 1, hour: 0 });
      const idAt = (moment: number, tie = 'a') => `${String(moment).padStart(15, '0')}-${tie}`;
      const [october, first, tie, last, december] = [
        idAt(november - 1),
        idAt(november),
        idAt(november, 'b'),
        idAt(fromCalendar({ year: 2026, month: 12, day: 1, hour: 0 }) - 1),
        idAt(fromCalendar({ year: 2026, month: 12, day: 1, hour: 0 })),
      ];

      const stored = (id: string) => anAuditEntry(id, { version: 1 });

      it('returns an entry as it was saved, and nothing for an unknown id', async () => {
        await saved(...puts(anAuditEntry(first)));
        expect(await store.auditEntry(first)).toEqual(stored(first));
        expect(await store.auditEntry(tie)).toBeUndefined();
      });

      it('is read by the month, oldest first, without other months', async () => {
        const ids = [december, tie, last, october, first];
        await saved(...puts(...ids.map((id) => anAuditEntry(id))));
        const month = async (name: string) => (await store.auditMonth(name)).map(({ id }) => id);
        expect(await month('2026-11')).toEqual([first, tie, last]);
        expect(await month('2026-10')).toEqual([october]);
        expect(await month('2026-12')).toEqual([december]);
        expect(await month('2026-09')).toEqual([]);
      });

      it('loses an entry that is removed', async () => {
        await saved(...puts(anAuditEntry(first), anAuditEntry(last)));
        await saved({ remove: stored(first) });
        expect(await store.auditEntry(first)).toBeUndefined();
        expect(await store.auditMonth('2026-11')).toEqual([stored(last)]);
      });

      it('reports an invalid entry and returns the rest of its month', async () => {
        await saved(...puts(anAuditEntry(first), anAuditEntry(last)));
        await spoil(auditKey(first));
        expect(await store.auditMonth('2026-11')).toEqual([stored(last)]);
        expect(reported).toHaveLength(1);
      });

      it('has an entry due when it is to be deleted', async () => {
        await saved(...puts(anAuditEntry(first, { forgetAt: at })));
        expect(await store.due('audit', epochMs(at - 1), 10)).toEqual([]);
        expect(await store.due('audit', at, 10)).toEqual([{ kind: 'audit', id: first, at }]);
      });
    });
  });

const aVolunteer = { zone: zone('prayagraj'), role: 'verifier', onDuty: true } as const;

export const everyoneIn = async (store: Store): Promise<Person[]> => {
  const people: Person[] = [];
  for await (const person of store.everyone()) people.push(person);
  return people;
};
