import { isDeepStrictEqual } from 'node:util';
import { toItem } from '#functions/adapters/dynamodb/items.ts';
import type { Stored } from '#functions/adapters/stored-entities.ts';
import type { HotlineConfig } from '#functions/hotline-config.ts';
import type { Bubble } from '#infra/local/simulator/messages/sim-message.ts';
import type { MessageNews } from '#infra/local/simulator/simulated-carrier.ts';
import { formatMessage } from '#shared/messages/format-message.ts';
import { isEnded } from '#shared/outbox/delivery-state.ts';
import type { Person } from '#shared/people/person.ts';
import { type Alert, isOpen } from '#shared/request/alert.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { minutes } from '#shared/terms/time.ts';
import { type EventRecord, entityOf, type HandlerTask, type Saved } from './event-record.ts';
import { nameOf } from './fault-people.ts';
import { createAnswerRules } from './rules/answer-rules.ts';
import { mayGiveTo } from './rules/blood.ts';
import { countPledges, hasRequestEnded, lacksDonors } from './rules/expectations.ts';
import { createForgetRules } from './rules/forget-rules.ts';
import { createLanguageRules } from './rules/language-rules.ts';
import { createStageRules } from './rules/stage-rules.ts';
import { createTimelineRules } from './rules/timeline-rules.ts';
import { createVerificationRules } from './rules/verification-rules.ts';
import type { SeedStore } from './store/seed-store.ts';

/* What must hold for people whatever goes wrong. The rules come from docs/contract.md, not from the code under test. */

type ModelOptions = {
  events: EventRecord;
  config: HotlineConfig;
  now: () => number;
  note: (line: string) => void;
  /** Named in every text that asks. */
  answerNumber?: PhoneNumber;
  /** False: the carrier of texts cannot say what it has sent. */
  tells: boolean;
};

/** The timeline entries of which one must exist when a request enters a phase. */
const entriesOfPhase: Record<Request['phase']['type'], string[]> = {
  verifying: ['opened'],
  searching: ['verified', 'search-resumed', 'opened-by-trusted-phone'],
  covered: ['covered'],
  fulfilled: ['fulfilled'],
  closed: ['closed'],
};
/** The same for a pledge that enters a state. */
const entriesOfPledge: Record<Pledge['state'], string[]> = {
  confirmed: ['donor-confirmed', 'standby-promoted'],
  standby: ['donor-on-standby'],
  dropped: ['donor-dropped', 'standby-dropped', 'donation-denied'],
  'no-show': ['donor-did-not-come'],
  deferred: ['donor-turned-away'],
  donated: ['donated'],
  released: ['fulfilled', 'closed'],
};

/** True for an alert that has reached its donor's carrier, as far as is stored. */
const hasLeft = ({ state, told }: Alert): boolean =>
  ['sent', 'yes', 'no'].includes(state) || (state === 'withdrawn' && told === true);

export const createModel = ({ events, config, now, note, answerNumber, tells }: ModelOptions) => {
  const broken = new Set<string>();
  const mustHold = (holds: boolean, what: string): void => {
    if (holds || broken.has(what)) return;
    broken.add(what);
    note(`BROKEN: ${what}`);
  };
  const rules = { events, config, now, mustHold, ...(answerNumber && { answerNumber }) };
  const answers = createAnswerRules(rules);
  const languages = createLanguageRules(rules);
  const forgotten = createForgetRules(rules);
  const timeline = createTimelineRules(rules);
  const verification = createVerificationRules(rules);
  const stages = createStageRules(rules);

  const requestSaved = (request: Request, saved: Saved): void => {
    const old = saved.before(request) as Request | undefined;
    const { code, phase, units } = request;
    const entries = saved.writes.flatMap((w) =>
      'add' in w && w.add.kind === 'timeline' && w.add.requestId === request.id ? [w.add.what] : [],
    );
    const mostStandby = Math.ceil(units * config.policy.asking.standby.mostPerUnit);
    mustHold(countPledges(request, 'confirmed') <= units, `${code}: more confirmed than units`);
    mustHold(
      countPledges(request, 'confirmed', 'standby') <= units + mostStandby,
      `${code}: more pledges than units and standby places`,
    );
    mustHold(
      hasRequestEnded(request) || request.dueAt !== undefined,
      `${code}: open, but without a due time`,
    );
    mustHold(
      phase.type !== 'covered' || !lacksDonors(request),
      `${code}: covered, but donors are missing`,
    );
    mustHold(
      phase.type !== 'searching' || lacksDonors(request),
      `${code}: searching, but no donor is missing`,
    );
    mustHold(
      phase.type !== 'searching' || countPledges(request, 'standby') === 0,
      `${code}: a donor is on standby while the search continues`,
    );
    if (old?.phase.type !== phase.type)
      mustHold(
        entriesOfPhase[phase.type].some((what) => entries.includes(what)),
        `${code}: became ${phase.type}, but the timeline has no entry`,
      );
    for (const { alertId, state } of request.pledges) {
      if (old?.pledges.find((p) => p.alertId === alertId)?.state === state) continue;
      mustHold(
        entriesOfPledge[state].some((what) => entries.includes(what)),
        `${code}: a pledge became ${state}, but the timeline has no entry`,
      );
    }
    if (hasRequestEnded(request) && !(old && hasRequestEnded(old)) && request.requester)
      mustHold(heardOfTheEnd(request, saved), `${code}: ended, but the family is not told`);
  };

  const heardOfTheEnd = ({ requester }: Request, { writes, task }: Saved): boolean =>
    task?.from === requester ||
    writes.some(
      (w) =>
        'put' in w &&
        w.put.kind === 'outbox' &&
        w.put.to === requester &&
        ['requestFulfilled', 'requestClosed', 'requestExpired', 'requestRefused'].includes(
          w.put.message?.key ?? '',
        ),
    );

  const alertSaved = (alert: Alert, saved: Saved): void => {
    if (saved.before(alert) !== undefined || !alert.phone) return;
    const request = events.request(alert.requestId);
    const person = events.persons().find((p) => p.phone === alert.phone);
    const who = nameOf(alert.phone);
    const verified = events
      .entries()
      .some((e) => e.requestId === alert.requestId && e.what === 'verified');
    mustHold(verified, `${who} is asked before the request is verified`);
    mustHold(
      request?.phase.type === 'searching',
      `${who} is asked for a request that is not searching`,
    );
    mustHold(person?.donor !== undefined, `${who} is asked, but is no donor`);
    if (!request || !person?.donor) return;
    mustHold(
      mayGiveTo(person.donor.group, request),
      `${who} is asked, but has an incompatible group`,
    );
    mustHold(!person.optedOut, `${who} is asked, but has opted out`);
    mustHold((person.donor.pausedUntil ?? 0) <= now(), `${who} is asked, but is paused`);
    mustHold((person.donor.deferredUntil ?? 0) <= now(), `${who} is asked, but is deferred`);
    mustHold(person.donor.lastDonation === undefined, `${who} is asked, but has given recently`);
    mustHold(request.requester !== alert.phone, `${who} is asked for their own request`);
    const before = events
      .alerts()
      .filter((a) => a.phone === alert.phone && a.requestId === alert.requestId);
    // Told that it is covered, or never reached, and asked again when a place opens: once.
    const again = before.filter((a) => a.again || a.state === 'withdrawn').length;
    mustHold(before.length <= 1 + again, `${who} is asked twice for ${request.code}`);
  };

  const personSaved = (person: Person): void => {
    const open = person.alerts.filter((a) => a.state === 'open' && a.openUntil > now());
    mustHold(open.length <= 1, `${nameOf(person.phone)} has two open alerts`);
    const kept = person.alerts.filter((a) => a.state === 'pledged');
    mustHold(kept.length <= 1, `${nameOf(person.phone)} has two pledges`);
  };

  /** The counts in a STATUS reply are those of the stored request. */
  const statusAnswered = ({ writes, task, lastChange }: Saved): void => {
    if (task?.says !== 'STATUS') return;
    // A phone that is opted out gets no reply.
    if (events.persons().some((p) => p.phone === task.from && p.optedOut)) return;
    const marker = writes.flatMap((w) => ('add' in w && w.add.kind === 'reply' ? [w.add] : []))[0];
    const own = events.requests().filter((r) => r.requester === task.from && !hasRequestEnded(r));
    const [request] = own;
    if (!request || own.length > 1 || !marker) return;
    if ((lastChange(request.id) ?? 0) > (task.began ?? 0)) return;
    const { phase } = request;
    // Donors, not alerts: who was asked twice counts once, and who has got no text does not count.
    const asked = new Set(
      events
        .alerts()
        .filter((a) => a.requestId === request.id && hasLeft(a))
        .map((a) => a.phone ?? a.id),
    ).size;
    const params = {
      code: request.code,
      confirmed: countPledges(request, 'confirmed', 'donated'),
      given: countPledges(request, 'donated'),
      units: request.units,
      asked,
      // "We are about to ask" is not true when there was no one to ask.
      ...(asked === 0 && phase.type === 'searching' && phase.exhausted && { nobody: true }),
    };
    const key = {
      // After the last round the family hears that no volunteer has checked it.
      verifying:
        phase.type === 'verifying' && phase.repeats ? 'requestUnchecked' : 'statusVerifying',
      searching: 'statusSearching',
      covered: 'statusCovered',
      fulfilled: 'statusCovered',
      closed: 'statusCovered',
    }[phase.type];
    const message = {
      key,
      params,
    } as Parameters<typeof formatMessage>[0];
    const language = languages.of(task.from ?? '');
    if (!language) return;
    const words = formatMessage(message, language, languages.contextNow());
    mustHold(marker.text.includes(words), `STATUS of ${request.code} does not say: ${words}`);
  };

  /**
   * known: the store has the carrier's id, so that no further try may follow. denied: the carrier answered with an error
   * although it had accepted it.
   */
  type HandedOver = {
    row: string;
    sid: string;
    failed: boolean;
    arrived: boolean;
    known: boolean;
    denied: boolean;
  };
  let isDenied = false;
  const handedOver = new Map<string, HandedOver>();
  let leaving: string | undefined;
  let isCalm = false;

  /** A message that is no longer true must not be sent. Only the time between the last check and the send remains. */
  const sending = (row: string | undefined, task: HandlerTask | undefined): void => {
    leaving = row;
    isDenied = false;
    const message = row === undefined ? undefined : events.message(row);
    if (!message) return;
    const stored = events.rows().find((r) => r.id === row);
    mustHold(stored?.state !== 'queued', 'a message is sent without a claim');
    if (!message.alertId || !message.requestId) return;
    const request = events.request(message.requestId);
    mustHold(
      request?.phase.type === 'searching' || task?.lookedAt === 'searching',
      `${request?.code}: an alert is sent although the request is ${request?.phase.type}`,
    );
  };

  /** What is accepted after the request is over is the reply of a webhook. */
  const requestIsOver = (): void => {
    leaving = undefined;
  };

  /** All texts sent to any phone, replies included, and the text of each outbox row. */
  const heard = new Set<string>();
  const words = new Map<string, string>();

  const carried = (bubble: Bubble, news: MessageNews): void => {
    if (bubble.author !== 'hotline') return;
    heard.add(`${bubble.phone} ${bubble.text}`);
    if (news === 'accepted' && leaving !== undefined) accepted(leaving, bubble.sid);
    const known = handedOver.get(bubble.sid);
    if (!known) return;
    known.arrived ||= bubble.arrived;
    known.failed ||= bubble.status === 'undelivered' || bubble.status === 'failed';
  };

  const accepted = (row: string, sid: string): void => {
    const tries = [...handedOver.values()].filter((h) => h.row === row && !h.failed);
    mustHold(
      !tries.some(({ known }) => known),
      `a message (${events.message(row)?.message?.key}) is sent again, although it is known to be sent`,
    );
    handedOver.set(sid, {
      row,
      sid,
      failed: false,
      arrived: false,
      known: false,
      denied: isDenied,
    });
  };

  /** `texts`: the sids of all texts that people have sent. */
  const end = async (table: SeedStore, texts: string[]): Promise<void> => {
    for (const request of events.requests()) {
      mustHold(hasRequestEnded(request), `${request.code}: never ends`);
      mustHold(!request.alertsToClose, `${request.code}: ended, but its alerts are never closed`);
    }
    mustHold(
      events.nextDue('request', 'outbox', 'call') === Number.POSITIVE_INFINITY,
      'an item waits for ever',
    );
    for (const row of events.rows()) {
      const key = events.message(row.id)?.message?.key;
      mustHold(isEnded(row) || row.state === 'sent', `a message (${key}) stays ${row.state}`);
      mustHold(row.to === undefined && row.text === undefined, `${key}: final, but keeps its text`);
      const tries = [...handedOver.values()].filter((h) => h.row === row.id);
      const went = row.state === 'sent' || row.state === 'delivered';
      mustHold(
        !went || row.channel === 'call' || tries.length > 0 || saidByAnother(row.id),
        `a message (${key}) counts as sent, but the carrier never had it`,
      );
      const isUnlisted = !tells && row.channel === 'sms';
      // Without a list a message is rather repeated than lost, an alert only after an error (docs/adr/0034).
      if (isUnlisted && row.alertId === undefined) continue;
      const counted = tries.filter(({ denied }) => !(isUnlisted && denied));
      mustHold(counted.filter((h) => h.arrived).length <= 1, `a message (${key}) arrives twice`);
      mustHold(counted.filter((h) => !h.failed).length <= 1, `a message (${key}) is sent twice`);
    }
    for (const alert of events.alerts()) alertAtEnd(alert);
    for (const person of events.persons()) personAtEnd(person);
    answers.end(texts);
    forgotten.end();
    timeline.end();
    await storedIsTrue(table);
  };

  /**
   * True when another message or reply had the same text for the same phone. Which of the two arrived cannot be told and
   * does not matter.
   */
  const saidByAnother = (id: string): boolean => {
    const { to, message } = events.message(id) ?? {};
    if (heard.has(`${to} ${words.get(id)}`)) return true;
    return [...handedOver.values()].some(({ row }) => {
      const other = events.message(row);
      return row !== id && other?.to === to && isDeepStrictEqual(other?.message, message);
    });
  };

  /** A donor with an alert that is no longer needed hears so once. */
  const alertAtEnd = (alert: Alert): void => {
    const request = events.request(alert.requestId);
    mustHold(!isOpen(alert), `an alert of ${request?.code} stays open after its request`);
    if (!alert.phone) return;
    const who = nameOf(alert.phone);
    const notices = events
      .messages()
      .filter((m) => m.to === alert.phone && m.requestId === alert.requestId)
      .filter(({ message }) =>
        ['alertCovered', 'alertNoLongerNeeded'].includes(message?.key ?? ''),
      );
    // A donor who was told so and is asked again is told again.
    const asked = events
      .alerts()
      .filter((a) => a.phone === alert.phone && a.requestId === alert.requestId);
    mustHold(
      asked.filter(({ again }) => again).length <= 1,
      `${who} is asked again twice for ${request?.code}`,
    );
    mustHold(notices.length <= asked.length, `${who} is told twice that no more donors are needed`);
    const holds = [...handedOver.values()].some((h) => h.row === alert.id && h.arrived);
    if (alert.state === 'withdrawn')
      mustHold(
        !holds || notices.length >= 1,
        `${who} has an alert that has ended, but is not told`,
      );
    const pledge = request?.pledges.find((p) => p.alertId === alert.id);
    if (pledge)
      mustHold(alert.state === 'yes', `${who} has pledged, but the alert is ${alert.state}`);
  };

  /** The state of a reference whose alert has ended. A yes that is no longer needed gives the donor a rest. */
  const over = (alert: Alert | undefined, pledge: Pledge | undefined): string =>
    pledge?.state === 'released' || (alert?.state === 'yes' && !pledge) ? 'not-needed' : 'ended';

  const personAtEnd = (person: Person): void => {
    for (const ref of person.alerts) {
      const alert = events.alert(ref.alertId);
      const request = events.request(ref.requestId);
      const pledge = request?.pledges.find((p) => p.alertId === ref.alertId);
      const kept = pledge?.state === 'confirmed' || pledge?.state === 'standby';
      const wanted = kept ? 'pledged' : alert && isOpen(alert) ? 'open' : over(alert, pledge);
      mustHold(
        ref.state === wanted,
        `${nameOf(person.phone)}'s alert for ${ref.code} is stored as ${ref.state} but is ${wanted}`,
      );
    }
    for (const ref of person.requests) {
      const request = events.request(ref.requestId);
      mustHold(
        ref.open === (request !== undefined && !hasRequestEnded(request)),
        `${ref.code} is stored with its family as ${ref.open ? 'open' : 'over'}`,
      );
    }
  };

  /** The table contains exactly what was saved. */
  const storedIsTrue = async ({ items }: SeedStore): Promise<void> => {
    if (!items) return;
    const entities = (await items()).filter((item) => item['kind'] !== undefined);
    mustHold(entities.length === events.everything().size, 'the table has lost or kept an item');
    for (const { dueNow: _, nonce: _nonce, ...item } of entities) {
      const entity = events.everything().get(`${item['pk']} ${item['sk']}`);
      mustHold(
        entity !== undefined && isDeepStrictEqual(item, JSON.parse(JSON.stringify(toItem(entity)))),
        `the table has a different item from what was saved: ${String(item['kind'])}`,
      );
    }
  };

  return {
    begin: languages.begin,
    saved(saved: Saved): void {
      for (const write of saved.writes) {
        const entity: Stored = entityOf(write);
        if (entity.kind === 'request') requestSaved(entity, saved);
        if (entity.kind === 'alert') alertSaved(entity, saved);
        if (entity.kind === 'outbox' && entity.text !== undefined)
          words.set(entity.id, entity.text);
        const sent = entity.kind === 'outbox' && handedOver.get(entity.carrierId ?? '');
        if (sent) sent.known = true;
        if (entity.kind === 'person' && !('remove' in write)) personSaved(entity);
      }
      languages.saved(saved);
      answers.saved(saved);
      forgotten.saved(saved);
      timeline.saved(saved);
      verification.saved(saved);
      stages.saved(saved);
      statusAnswered(saved);
    },
    sending,
    requestIsOver,
    /** The carrier accepts the message that leaves now, and answers with an error. */
    denied(): void {
      isDenied = true;
    },
    carried,
    answered: answers.answered,
    /** No more faults from now on: due items are processed within two sweeps. */
    calm(): void {
      isCalm = true;
      verification.calm();
      stages.calm();
    },
    check(): void {
      verification.check();
      stages.check();
      if (!isCalm) return;
      for (const { kind, at } of events.waiting())
        if (kind !== 'person')
          mustHold(at > now() - minutes(2), `a ${kind} is due but not processed`);
    },
    end,
    broken: (): string[] => [...broken],
  };
};
