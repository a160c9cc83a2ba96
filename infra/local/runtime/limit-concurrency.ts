import pLimit from 'p-limit';
import type { Store } from '#functions/ports/store.ts';

/**
 * The same store with at most `most` calls at once; the others wait in the order in which they came. For background
 * work `most` is small: on the one machine that does everything, a stage that goes out leaves room for people who wait
 * for an answer. For people's texts it is what the database answers well within its time-out. The queue here has no
 * time-out, while a thousand calls at once would each time out and be repeated up to six times. A slow carrier takes no
 * place in it.
 */
export const limitConcurrency = (store: Store, most: number): Store => {
  const limit = pLimit(most);
  return {
    person: (phone, freshness) => limit(() => store.person(phone, freshness)),
    persons: (phones) => limit(() => store.persons(phones)),
    request: (id, freshness) => limit(() => store.request(id, freshness)),
    requestFile: (id) => limit(() => store.requestFile(id)),
    alertedRequest: (id, freshness) => limit(() => store.alertedRequest(id, freshness)),
    alert: (requestId, alertId, freshness) =>
      limit(() => store.alert(requestId, alertId, freshness)),
    code: (code) => limit(() => store.code(code)),
    incoming: (id, freshness) => limit(() => store.incoming(id, freshness)),
    reply: (id) => limit(() => store.reply(id)),
    outboxRow: (id, freshness) => limit(() => store.outboxRow(id, freshness)),
    call: (id) => limit(() => store.call(id)),
    recording: (id) => limit(() => store.recording(id)),
    camp: (id) => limit(() => store.camp(id)),
    seat: (campId, id) => limit(() => store.seat(campId, id)),
    seats: (campId) => limit(() => store.seats(campId)),
    story: (id) => limit(() => store.story(id)),
    photo: (id) => limit(() => store.photo(id)),
    auditEntry: (id) => limit(() => store.auditEntry(id)),
    auditMonth: (month) => limit(() => store.auditMonth(month)),
    sweep: (freshness) => limit(() => store.sweep(freshness)),
    donors: (query) => limit(() => store.donors(query)),
    donorCells: (group, block) => limit(() => store.donorCells(group, block)),
    roster: (zone) => limit(() => store.roster(zone)),
    due: (kind, now, count, since) => limit(() => store.due(kind, now, count, since)),
    tally: (what, hour, add) => limit(() => store.tally(what, hour, add)),
    everyone: () => store.everyone(),
    save: (writes) => limit(() => store.save(writes)),
  };
};
