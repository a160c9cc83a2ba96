import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { Message } from '#shared/messages/message-keys.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import {
  withDonation,
  withEndedAlert,
  withHistory,
  withoutLastDonation,
  withPledge,
  withSparedAlert,
} from '#shared/people/donor-updates.ts';
import { newPerson } from '#shared/people/new-person.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import type { Person, Question } from '#shared/people/person.ts';
import { withVisit } from '#shared/people/response-history.ts';
import { withExpiry } from '#shared/people/unknown-phone.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Refusal, RequestCommand } from '#shared/request/commands.ts';
import { type Decision, decide } from '#shared/request/decide.ts';
import type { Effect } from '#shared/request/effects.ts';
import { holdsPlace, isClosed } from '#shared/request/pledge-counts.ts';
import type { Request } from '#shared/request/request.ts';
import { toTimelineEntry } from '#shared/request/timeline-entry.ts';
import { visitOf } from '#shared/request/visit-of.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { AlertId, RequestId } from '#shared/terms/request-code.ts';
import { after, dayOf, days, type EpochMs } from '#shared/terms/time.ts';
import type { Log } from '../ports/log.ts';
import type { Services } from '../ports/services.ts';
import { auditEvery, type Write } from '../ports/store.ts';
import { readOrReport } from './report-invalid-item.ts';
import { Conflict } from './retry-on-conflict.ts';

/**
 * Everything one event changes, gathered before it is saved in one transaction. A use case loads, changes
 * entities through its turn, and says what must be told; nothing leaves and nothing is stored until `save`.
 */
export class UnitOfWork {
  readonly services: Services;
  readonly now: EpochMs;
  readonly replies: Message[] = [];
  private readonly sender: PhoneNumber | undefined;
  private readonly people = new Map<PhoneNumber, { person: Person; changed: boolean }>();
  private readonly gone: Person[] = [];
  private readonly puts = new Map<string, Request | Alert | OutboxRow | Call | Recording>();
  private readonly more: Write[] = [];
  private readonly notes: Parameters<Log['info']>[] = [];
  private sequence = 0;

  constructor(services: Services, now: EpochMs, sender?: PhoneNumber) {
    this.services = services;
    this.now = now;
    this.sender = sender;
  }

  /** The person as this turn knows them: loaded once, then with this turn's changes; new when unknown. */
  async person(phone: PhoneNumber): Promise<Person> {
    const known = this.people.get(phone)?.person ?? (await this.services.store.person(phone));
    const person = known ?? newPerson(phone, this.now);
    if (!this.people.has(phone)) this.people.set(phone, { person, changed: false });
    return person;
  }

  /**
   * Somebody else whom this touches. Undefined, and reported, when nobody can read their item: it is left as it is,
   * and everybody else goes on.
   */
  otherPerson(phone: PhoneNumber): Promise<Person | undefined> {
    return readOrReport(this.services.log, () => this.person(phone));
  }

  change(person: Person): void {
    this.people.set(person.phone, { person, changed: true });
  }

  /** Erase the person; what else holds their number is the use case's to clean. */
  erase(person: Person): void {
    this.people.delete(person.phone);
    if (person.version > 0) this.gone.push(person);
  }

  put(entity: Alert | OutboxRow | Request | Call | Recording): void {
    this.puts.set(`${entity.kind} ${entity.id}`, entity);
  }

  /** The request as this turn leaves it. */
  pending(request: Request): Request {
    const changed = this.puts.get(`request ${request.id}`);
    return changed?.kind === 'request' ? changed : request;
  }

  /** The request as this turn leaves it, one that it has just opened included. */
  async request(id: RequestId): Promise<Request | undefined> {
    const changed = this.puts.get(`request ${id}`);
    return changed?.kind === 'request' ? changed : this.services.store.request(id);
  }

  /** The alert as this turn leaves it. */
  async alert(requestId: RequestId, id: AlertId): Promise<Alert | undefined> {
    const changed = this.puts.get(`alert ${id}`);
    return changed?.kind === 'alert' ? changed : this.services.store.alert(requestId, id);
  }

  write(write: Write): void {
    this.more.push(write);
  }

  /** Remember a webhook by the carrier's id of it, and what it was answered. */
  recordWebhook(id: string, reply: string | null = null): void {
    this.more.push({ add: { kind: 'incoming', id, at: this.now } });
    if (reply !== null) this.more.push({ add: { kind: 'reply', id, text: reply, at: this.now } });
  }

  /** Decide a command on a request and take over all it leads to; the refusal otherwise. */
  async decide(request: Request, command: RequestCommand): Promise<Request | Refusal> {
    const decision = decide(request, command, this.now, this.services.config.policy);
    return 'refused' in decision ? decision.refused : this.accept(request, decision);
  }

  private async accept(
    before: Request,
    decision: Exclude<Decision, { refused: unknown }>,
  ): Promise<Request> {
    const { request, events, effects } = decision;
    this.put(request);
    for (const event of events)
      this.timeline(toTimelineEntry(event, request, this.now, this.nextEntryId(before)));
    for (const effect of effects) await this.effect(effect, request);
    await this.bindDonors(before, request);
    if (isClosed(request) && !isClosed(before)) await this.finish(request);
    return request;
  }

  /** Whoever has said yes is asked by nobody else for as long as that holds. */
  private async bindDonors(before: Request, after: Request): Promise<void> {
    for (const pledge of after.pledges) {
      const { alertId, donor, state } = pledge;
      const old = before.pledges.find((p) => p.alertId === alertId);
      if (!donor || old?.state === state) continue;
      const person = await this.otherPerson(donor.phone);
      if (!person || person.version === 0) continue;
      const learnt = withHistory(person, (r) => withVisit(r, old && visitOf(old), visitOf(pledge)));
      const held = old !== undefined && holdsPlace(old.state);
      const left =
        state === 'released' ? withSparedAlert(learnt, alertId) : withEndedAlert(learnt, alertId);
      this.change(holdsPlace(state) ? (held ? learnt : withPledge(learnt, alertId)) : left);
    }
  }

  timeline(entry: Extract<Write, { add: unknown }>['add']): void {
    this.more.push({ add: entry });
  }

  /** Sorts by time, and by the request's version where two turns have met in one millisecond. */
  nextEntryId({ version }: Pick<Request, 'version'>): string {
    this.sequence += 1;
    const digits = (n: number, most: number): string => String(n).padStart(most, '0');
    const order = [digits(this.now, 15), digits(version, 6), digits(this.sequence, 3)].join('-');
    return `${order}-${this.services.ids.next()}`;
  }

  private async effect(effect: Effect, request: Request): Promise<void> {
    switch (effect.type) {
      case 'tell':
        return this.notify(effect.to, effect.message, { question: effect.question, request });
      case 'note-donation':
      case 'unnote-donation': {
        const person = await this.otherPerson(effect.phone);
        if (!person?.donor) return;
        const { policy } = this.services.config;
        const donor =
          effect.type === 'note-donation'
            ? withDonation(person.donor, dayOf(this.now), request.component, policy)
            : withoutLastDonation(person.donor, policy);
        return this.change({ ...person, donor });
      }
      default:
        effect satisfies never;
    }
  }

  /** Say it: the sender of this turn hears it as the reply, everyone else through the outbox. */
  async notify(
    to: PhoneNumber,
    message: Message,
    about: { question?: Question | undefined; request?: Request } = {},
  ): Promise<void> {
    const asked = about.question && (await this.otherPerson(to));
    if (asked && about.question) this.change(withQuestion(asked, about.question));
    if (to === this.sender) this.replies.push(message);
    else this.put(this.outboxRow(this.services.ids.next(), to, message, about.request));
  }

  /** A text that follows a call, also to whoever is on the phone. */
  queueText(to: PhoneNumber, message: Message, request?: Request): void {
    this.put(this.outboxRow(this.services.ids.next(), to, message, request));
  }

  outboxRow(id: string, to: PhoneNumber, message: Message, request?: Request): OutboxRow {
    return {
      kind: 'outbox',
      id,
      version: 0,
      to,
      message,
      ...(request && { requestId: request.id }),
      keepsQuietHours: false,
      state: 'queued',
      tries: 0,
      dueAt: this.now,
      createdAt: this.now,
    };
  }

  reply(message: Message): void {
    this.replies.push(message);
  }

  /** A request is over: its code rests, and it no longer counts among the family's open ones. */
  private async finish(request: Request): Promise<void> {
    const rest = days(this.services.config.policy.codeRestDays);
    const { code, id: requestId, requester } = request;
    const lookAt = after(this.now, auditEvery);
    const freeFrom = after(this.now, rest);
    this.more.push({ keep: { kind: 'code', code, requestId, freeFrom, lookAt } });
    if (!requester) return;
    const person = await this.otherPerson(requester);
    if (!person) return;
    const requests = person.requests.map((r) =>
      r.requestId === requestId ? { ...r, open: false } : r,
    );
    this.change({ ...person, requests });
  }

  /** A line for the log about what this turn does: written when it is done, and not when it has to be decided anew. */
  logAfterSave(...line: Parameters<Log['info']>): void {
    this.notes.push(line);
  }

  /** All of it in one transaction, then what is to be told of it in the log: `done`, or over what somebody else came first. */
  async save<T>(done: T): Promise<T | Conflict> {
    const { store, log } = this.services;
    if ((await store.save(this.writes())) === 'conflict') return new Conflict(this.contested());
    for (const line of this.notes) log.info(...line);
    return done;
  }

  /** What others may be changing just now: a request has many people, a phone only its own words. */
  private contested(): string {
    const [first = '', ...others] = this.puts.keys();
    const request = [first, ...others].find((key) => key.startsWith('request '));
    return request ?? this.sender ?? first;
  }

  private writes(): Write[] {
    const changed = [...this.people.values()].filter((p) => p.changed);
    const { policy } = this.services.config;
    return [
      ...[...this.puts.values()].map((entity): Write => ({ put: entity })),
      ...changed.map(({ person }): Write => ({ put: withExpiry(person, this.now, policy) })),
      ...this.gone.map((person): Write => ({ remove: person })),
      ...this.more,
    ];
  }
}
