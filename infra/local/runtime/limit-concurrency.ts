import type { Store } from '#functions/ports/store.ts';

/** At most so many of these at once; the others wait in line. */
const createGate = (most: number) => {
  const line: (() => void)[] = [];
  let inside = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside >= most) await new Promise<void>((resolve) => line.push(resolve));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else inside -= 1;
    }
  };
};

/**
 * The same store with at most `most` questions at once, the others in line before it. For what nobody waits for, `most`
 * is small: a stage that goes out leaves room, on the one machine that does everything, for people who wait for their
 * answer. For people's texts it is as much as the database answers well within its time-out: the line here has none,
 * while a thousand questions at once are each given up and asked again, six times over. Waiting for a slow carrier takes
 * no place.
 */
export const limitConcurrency = (store: Store, most: number): Store => {
  const gate = createGate(most);
  return {
    person: (phone) => gate(() => store.person(phone)),
    persons: (phones) => gate(() => store.persons(phones)),
    request: (id) => gate(() => store.request(id)),
    requestFile: (id) => gate(() => store.requestFile(id)),
    alert: (requestId, alertId) => gate(() => store.alert(requestId, alertId)),
    code: (code) => gate(() => store.code(code)),
    incoming: (id) => gate(() => store.incoming(id)),
    reply: (id) => gate(() => store.reply(id)),
    outboxRow: (id) => gate(() => store.outboxRow(id)),
    call: (id) => gate(() => store.call(id)),
    recording: (id) => gate(() => store.recording(id)),
    sweep: () => gate(() => store.sweep()),
    donors: (query) => gate(() => store.donors(query)),
    donorCells: (zone) => gate(() => store.donorCells(zone)),
    roster: (zone) => gate(() => store.roster(zone)),
    due: (kind, now, limit) => gate(() => store.due(kind, now, limit)),
    tally: (what, hour) => gate(() => store.tally(what, hour)),
    everyone: () => store.everyone(),
    save: (writes) => gate(() => store.save(writes)),
  };
};
