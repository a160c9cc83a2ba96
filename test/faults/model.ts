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
import { minutes } from '#shared/terms/time.ts';
import { type Errand, entityOf, type Ledger, type Saved } from './event-record.ts';
import { nameOf } from './fault-people.ts';
import { createAnswerRules } from './rules/answer-rules.ts';
import { mayGiveTo } from './rules/blood.ts';
import { count, isOver, lacks } from './rules/expectations.ts';
import { createForgetRules } from './rules/forget-rules.ts';
import { createLanguageRules } from './rules/language-rules.ts';
import { createStageRules } from './rules/stage-rules.ts';
import { createTimelineRules } from './rules/timeline-rules.ts';
import { createVerificationRules } from './rules/verification-rules.ts';
import type { SeedStore } from './store/seed-store.ts';

/* What must hold for people, whatever goes wrong. Said anew here, from CONTRACT.md, not read off the code under test. */

type ModelOptions = {
  ledger: Ledger;
  config: HotlineConfig;
  now: () => number;
  note: (line: string) => void;
};

/** What the timeline must say of a request that has come into a phase. */
const entriesOfPhase: Record<Request['phase']['type'], string[]> = {
  verifying: ['opened'],
  searching: ['verified', 'search-resumed', 'opened-by-trusted-phone'],
  covered: ['covered'],
  fulfilled: ['fulfilled'],
  closed: ['closed'],
};
/** And of a pledge that has come into a state. */
const entriesOfPledge: Record<Pledge['state'], string[]> = {
  confirmed: ['donor-confirmed', 'standby-promoted'],
  standby: ['donor-on-standby'],
  dropped: ['donor-dropped', 'standby-dropped', 'donation-denied'],
  'no-show': ['donor-did-not-come'],
  deferred: ['donor-turned-away'],
  donated: ['donated'],
  released: ['fulfilled', 'closed'],
};

export const createModel = ({ ledger, config, now, note }: ModelOptions) => {
  const broken = new Set<string>();
  const mustHold = (holds: boolean, what: string): void => {
    if (holds || broken.has(what)) return;
    broken.add(what);
    note(`BROKEN: ${what}`);
  };
  const rules = { ledger, config, now, mustHold };
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
    mustHold(count(request, 'confirmed') <= units, `${code}: more confirmed than units`);
    mustHold(
      count(request, 'confirmed', 'standby') <= units + mostStandby,
      `${code}: more donors kept than units and places on standby`,
    );
    mustHold(
      isOver(request) || request.dueAt !== undefined,
      `${code}: open, and never looked at again`,
    );
    mustHold(phase.type !== 'covered' || !lacks(request), `${code}: covered, and lacks donors`);
    mustHold(phase.type !== 'searching' || lacks(request), `${code}: searching, and lacks nobody`);
    mustHold(
      phase.type !== 'searching' || count(request, 'standby') === 0,
      `${code}: somebody stands by while the search goes on`,
    );
    if (old?.phase.type !== phase.type)
      mustHold(
        entriesOfPhase[phase.type].some((what) => entries.includes(what)),
        `${code}: became ${phase.type}, and the timeline does not say so`,
      );
    for (const { alertId, state } of request.pledges) {
      if (old?.pledges.find((p) => p.alertId === alertId)?.state === state) continue;
      mustHold(
        entriesOfPledge[state].some((what) => entries.includes(what)),
        `${code}: a pledge became ${state}, and the timeline does not say so`,
      );
    }
    if (isOver(request) && !(old && isOver(old)) && request.requester)
      mustHold(heardOfTheEnd(request, saved), `${code}: over, and the family is not told`);
  };

  const heardOfTheEnd = ({ requester }: Request, { writes, errand }: Saved): boolean =>
    errand?.from === requester ||
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
    const request = ledger.request(alert.requestId);
    const person = ledger.persons().find((p) => p.phone === alert.phone);
    const who = nameOf(alert.phone);
    const verified = ledger
      .entries()
      .some((e) => e.requestId === alert.requestId && e.what === 'verified');
    mustHold(verified, `${who} is asked before a volunteer has checked the request`);
    mustHold(
      request?.phase.type === 'searching',
      `${who} is asked for a request that is not searching`,
    );
    mustHold(person?.donor !== undefined, `${who} is asked, and is no donor`);
    if (!request || !person?.donor) return;
    mustHold(mayGiveTo(person.donor.group, request), `${who} is asked, of another group`);
    mustHold(!person.optedOut, `${who} is asked, and has opted out`);
    mustHold((person.donor.pausedUntil ?? 0) <= now(), `${who} is asked, and has a pause`);
    mustHold((person.donor.deferredUntil ?? 0) <= now(), `${who} is asked, and was sent home`);
    mustHold(person.donor.lastDonation === undefined, `${who} is asked, and has given lately`);
    mustHold(request.requester !== alert.phone, `${who} is asked for their own request`);
    const before = ledger
      .alerts()
      .filter((a) => a.phone === alert.phone && a.requestId === alert.requestId);
    mustHold(before.length === 1, `${who} is asked twice for ${request.code}`);
  };

  const personSaved = (person: Person): void => {
    const open = person.alerts.filter((a) => a.state === 'open' && a.openUntil > now());
    mustHold(open.length <= 1, `${nameOf(person.phone)} has two open alerts`);
    const kept = person.alerts.filter((a) => a.state === 'pledged');
    mustHold(kept.length <= 1, `${nameOf(person.phone)} is awaited in two places`);
  };

  /** STATUS counts what is stored. */
  const statusAnswered = ({ writes, errand, lastChange }: Saved): void => {
    if (errand?.says !== 'STATUS') return;
    // Whom the carrier has stopped for us is not answered.
    if (ledger.persons().some((p) => p.phone === errand.from && p.optedOut)) return;
    const marker = writes.flatMap((w) => ('add' in w && w.add.kind === 'reply' ? [w.add] : []))[0];
    const own = ledger.requests().filter((r) => r.requester === errand.from && !isOver(r));
    const [request] = own;
    if (!request || own.length > 1 || !marker) return;
    if ((lastChange(request.id) ?? 0) > (errand.began ?? 0)) return;
    const { type } = request.phase;
    const params = {
      code: request.code,
      confirmed: count(request, 'confirmed', 'donated'),
      given: count(request, 'donated'),
      units: request.units,
      asked: ledger.alerts().filter((a) => a.requestId === request.id).length,
    };
    const key = { verifying: 'statusVerifying', searching: 'statusSearching' } as const;
    const message = {
      key: type === 'verifying' || type === 'searching' ? key[type] : 'statusCovered',
      params,
    } as Parameters<typeof formatMessage>[0];
    const language = languages.of(errand.from ?? '');
    if (!language) return;
    const words = formatMessage(message, language, languages.contextNow());
    mustHold(marker.text.includes(words), `STATUS of ${request.code} does not say: ${words}`);
  };

  type Handed = { row: string; sid: string; failed: boolean; arrived: boolean };
  const handed = new Map<string, Handed>();
  let leaving: string | undefined;
  let isCalm = false;

  /** A message that nobody had to say any more must not leave; the blink between the last look and the sending is all there is. */
  const sending = (row: string | undefined, errand: Errand | undefined): void => {
    leaving = row;
    const message = row === undefined ? undefined : ledger.message(row);
    if (!message) return;
    const stored = ledger.rows().find((r) => r.id === row);
    mustHold(stored?.state !== 'queued', 'a message leaves that nobody has claimed');
    if (!message.alertId || !message.requestId) return;
    const request = ledger.request(message.requestId);
    mustHold(
      request?.phase.type === 'searching' || errand?.lookedAt === 'searching',
      `${request?.code}: an alert leaves though the request is ${request?.phase.type}`,
    );
  };

  /** Everything that any phone was sent, replies included; and the words each message left with. */
  const heard = new Set<string>();
  const words = new Map<string, string>();

  const carried = (bubble: Bubble, news: MessageNews): void => {
    if (bubble.author !== 'hotline') return;
    heard.add(`${bubble.phone} ${bubble.text}`);
    if (news === 'accepted' && leaving !== undefined)
      handed.set(bubble.sid, { row: leaving, sid: bubble.sid, failed: false, arrived: false });
    const known = handed.get(bubble.sid);
    if (!known) return;
    known.arrived ||= bubble.arrived;
    known.failed ||= bubble.status === 'undelivered' || bubble.status === 'failed';
  };

  const end = async (table: SeedStore): Promise<void> => {
    for (const request of ledger.requests()) {
      mustHold(isOver(request), `${request.code}: never comes to its end`);
      mustHold(!request.alertsToClose, `${request.code}: over, and its alerts are never closed`);
    }
    mustHold(
      ledger.nextDue('request', 'outbox', 'call') === Number.POSITIVE_INFINITY,
      'something waits for ever',
    );
    for (const row of ledger.rows()) {
      const key = ledger.message(row.id)?.message?.key;
      mustHold(isEnded(row) || row.state === 'sent', `a message (${key}) stays ${row.state}`);
      mustHold(
        row.to === undefined && row.text === undefined,
        `${key}: ended, and keeps its words`,
      );
      const tries = [...handed.values()].filter((h) => h.row === row.id);
      const went = row.state === 'sent' || row.state === 'delivered';
      mustHold(
        !went || row.channel === 'call' || tries.length > 0 || saidByAnother(row.id),
        `a message (${key}) is taken for sent, and the carrier never had it`,
      );
      mustHold(tries.filter((h) => h.arrived).length <= 1, `a message (${key}) is heard twice`);
      mustHold(tries.filter((h) => !h.failed).length <= 1, `a message (${key}) is sent twice`);
    }
    for (const alert of ledger.alerts()) alertAtEnd(alert);
    for (const person of ledger.persons()) personAtEnd(person);
    answers.end();
    forgotten.end();
    timeline.end();
    await storedIsTrue(table);
  };

  /**
   * The same words to the same phone, a reply to an odd answer included: which of two such messages arrived, nobody can
   * tell, and nobody minds.
   */
  const saidByAnother = (id: string): boolean => {
    const { to, message } = ledger.message(id) ?? {};
    if (heard.has(`${to} ${words.get(id)}`)) return true;
    return [...handed.values()].some(({ row }) => {
      const other = ledger.message(row);
      return row !== id && other?.to === to && isDeepStrictEqual(other?.message, message);
    });
  };

  /** Whoever holds an alert that nobody needs an answer to any more is told so, once. */
  const alertAtEnd = (alert: Alert): void => {
    const request = ledger.request(alert.requestId);
    mustHold(!isOpen(alert), `an alert of ${request?.code} stays open past its request`);
    if (!alert.phone) return;
    const who = nameOf(alert.phone);
    const told = ledger
      .messages()
      .filter((m) => m.to === alert.phone && m.requestId === alert.requestId)
      .filter(({ message }) =>
        ['alertCovered', 'alertNoLongerNeeded'].includes(message?.key ?? ''),
      );
    mustHold(told.length <= 1, `${who} is told twice that nobody more is needed`);
    const holds = [...handed.values()].some((h) => h.row === alert.id && h.arrived);
    if (alert.state === 'withdrawn')
      mustHold(!holds || told.length === 1, `${who} holds an alert that is over, and is not told`);
    const pledge = request?.pledges.find((p) => p.alertId === alert.id);
    if (pledge)
      mustHold(alert.state === 'yes', `${who} has pledged, and the alert is ${alert.state}`);
  };

  /** A yes that nobody needs any more is thanked, and leaves its donor in peace. */
  const over = (alert: Alert | undefined, pledge: Pledge | undefined): string =>
    pledge?.state === 'released' || (alert?.state === 'yes' && !pledge) ? 'not-needed' : 'ended';

  const personAtEnd = (person: Person): void => {
    for (const ref of person.alerts) {
      const alert = ledger.alert(ref.alertId);
      const request = ledger.request(ref.requestId);
      const pledge = request?.pledges.find((p) => p.alertId === ref.alertId);
      const kept = pledge?.state === 'confirmed' || pledge?.state === 'standby';
      const wanted = kept ? 'pledged' : alert && isOpen(alert) ? 'open' : over(alert, pledge);
      mustHold(
        ref.state === wanted,
        `${nameOf(person.phone)}'s alert for ${ref.code} is noted as ${ref.state} and is ${wanted}`,
      );
    }
    for (const ref of person.requests) {
      const request = ledger.request(ref.requestId);
      mustHold(
        ref.open === (request !== undefined && !isOver(request)),
        `${ref.code} is noted with its family as ${ref.open ? 'open' : 'over'}`,
      );
    }
  };

  /** The table holds exactly what was saved. */
  const storedIsTrue = async ({ items }: SeedStore): Promise<void> => {
    if (!items) return;
    const entities = (await items()).filter((item) => item['kind'] !== undefined);
    mustHold(entities.length === ledger.everything().size, 'the table has lost or kept something');
    for (const item of entities) {
      const entity = ledger.everything().get(`${item['pk']} ${item['sk']}`);
      mustHold(
        entity !== undefined && isDeepStrictEqual(item, JSON.parse(JSON.stringify(toItem(entity)))),
        `the table has something else than what was saved: ${String(item['kind'])}`,
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
    carried,
    answered: answers.answered,
    /** From now on nothing goes wrong: what is due is done within two sweeps. */
    calm(): void {
      isCalm = true;
      verification.calm();
      stages.calm();
    },
    check(): void {
      verification.check();
      stages.check();
      if (!isCalm) return;
      for (const { kind, at } of ledger.waiting())
        if (kind !== 'person')
          mustHold(at > now() - minutes(2), `a ${kind} is due and nobody looks at it`);
    },
    end,
    broken: (): string[] => [...broken],
  };
};
