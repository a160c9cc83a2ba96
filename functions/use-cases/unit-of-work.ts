import type { Message } from '#shared/messages/message-keys.ts';
import { newRow, type OutboxRow } from '#shared/outbox/outbox-row.ts';
import { type Audited, newAuditEntry } from '#shared/people/audit/audit-entry.ts';
import { withQuestion } from '#shared/people/pending-question.ts';
import { newPerson, type Person, type Question } from '#shared/people/person.ts';
import { withExpiry } from '#shared/people/unknown-phone.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';
import type { AlertId, RequestId } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days, type EpochMs } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';
import type { Freshness, Write } from '../ports/store.ts';
import type { Log } from '../ports/system.ts';
import { type Puttable, putName } from './put-name.ts';
import { createReadOnce } from './read-once.ts';
import { readOrReport } from './report-invalid-item.ts';
import { Conflict } from './retry-on-conflict.ts';
import { countSaved } from './website/year-counts.ts';

/**
 * Everything one event changes, collected and then saved in one transaction. A use case loads and changes entities
 * through it and adds messages. Nothing is stored or sent before `save`.
 */
export class UnitOfWork {
  readonly services: Services;
  readonly now: EpochMs;
  readonly replies: Message[] = [];
  /** Words for the page that follows a form, in its language. */
  readonly notes: string[] = [];
  private readonly sender: PhoneNumber | undefined;
  private readonly people = new Map<PhoneNumber, { person: Person; changed: boolean }>();
  private readonly erased: Person[] = [];
  private readonly readRequest = createReadOnce<Request | undefined>();
  private readonly readAlert = createReadOnce<Alert | undefined>();
  private readonly puts = new Map<string, Puttable>();
  private readonly more: Write[] = [];
  private readonly requestOfReply = new Map<Message, Request>();
  private readonly logLines: Parameters<Log['info']>[] = [];
  private sequence = 0;

  constructor(services: Services, now: EpochMs, sender?: PhoneNumber) {
    this.services = services;
    this.now = now;
    this.sender = sender;
  }

  /**
   * The person with this unit's changes: loaded once, new when the phone is unknown. May lag when this unit changes
   * them: its save then conflicts.
   */
  async person(phone: PhoneNumber, freshness?: Freshness): Promise<Person> {
    const { store } = this.services;
    const known = this.people.get(phone)?.person ?? (await store.person(phone, freshness));
    const person = known ?? newPerson(phone, this.now);
    if (!this.people.has(phone)) this.people.set(phone, { person, changed: false });
    return person;
  }

  /** Another person than the sender. Undefined, and reported, when the stored item is invalid: it stays unchanged. */
  otherPerson(phone: PhoneNumber, freshness?: Freshness): Promise<Person | undefined> {
    return readOrReport(this.services.log, () => this.person(phone, freshness));
  }

  change(person: Person): void {
    this.people.set(person.phone, { person, changed: true });
  }

  /** Erases the person. The use case cleans the other items that hold their number. */
  erase(person: Person): void {
    this.people.delete(person.phone);
    if (person.version > 0) this.erased.push(person);
  }

  put(entity: Puttable): void {
    this.puts.set(putName(entity), entity);
  }

  /** What this unit puts under that name (put-name.ts). */
  putUnder(name: string): Puttable | undefined {
    return this.puts.get(name);
  }

  /** The request with this unit's changes. */
  pending(request: Request): Request {
    return this.changedRequest(request.id) ?? request;
  }

  private changedRequest(id: RequestId): Request | undefined {
    const changed = this.puts.get(`request ${id}`);
    return changed?.kind === 'request' ? changed : undefined;
  }

  /** The request with this unit's changes, also when this unit opened it; read once. */
  async request(id: RequestId): Promise<Request | undefined> {
    return this.changedRequest(id) ?? this.readRequest(id, () => this.services.store.request(id));
  }

  /** The alert with this unit's changes; read once. */
  async alert(requestId: RequestId, id: AlertId): Promise<Alert | undefined> {
    const changed = this.puts.get(`alert ${id}`);
    if (changed?.kind === 'alert') return changed;
    return this.readAlert(id, () => this.services.store.alert(requestId, id));
  }

  write(write: Write): void {
    this.more.push(write);
  }

  /** Saves the carrier's id of this webhook with the reply, so that a repeated webhook gets the same reply. */
  recordWebhook(id: string, reply: string | null = null): void {
    this.more.push({ add: { kind: 'incoming', id, at: this.now } });
    if (reply !== null) this.more.push({ add: { kind: 'reply', id, text: reply, at: this.now } });
  }

  timeline(add: Extract<Write, { add: unknown }>['add']): void {
    this.write({ add });
  }

  /**
   * Sorts by the request's version, then by time: a slow unit of work is saved after others that began later. The
   * letter sorts after the ids of earlier releases, which began with the time.
   */
  nextEntryId({ version }: Pick<Request, 'version'>): string {
    this.sequence += 1;
    const digits = (n: number, most: number): string => String(n).padStart(most, '0');
    const order = [`v${digits(version, 6)}`, digits(this.now, 15), digits(this.sequence, 3)];
    return [...order, this.services.ids.next()].join('-');
  }

  /**
   * Sends a message: as the reply to the sender of this unit, through the outbox to every other phone. `question` is
   * what the message asks. `silent`: the sender gets no reply.
   */
  async notify(
    to: PhoneNumber,
    message: Message,
    about: { question?: Question | undefined; request?: Request; silent?: boolean } = {},
  ): Promise<void> {
    const asked = about.question && (await this.otherPerson(to));
    if (asked && about.question) this.change(withQuestion(asked, about.question));
    if (to !== this.sender) this.queueText(to, message, about.request);
    else if (!about.silent) this.replies.push(message);
    if (about.request) this.requestOfReply.set(message, about.request);
  }

  /** Queues a text, also to the sender: for texts that follow a call. */
  queueText(to: PhoneNumber, message: Message, request?: Request): void {
    this.put(this.outboxRow(this.services.ids.next(), to, message, request));
  }

  outboxRow(id: string, to: PhoneNumber, message: Message, request?: Request): OutboxRow {
    return { ...newRow(id, to, message, this.now), ...(request && { requestId: request.id }) };
  }

  /**
   * Queues the replies as texts, for an incoming text that takes no reply itself. The row's id follows from that text's,
   * so that it is answered once, whichever road it takes. `textOf` is given, because an erased person has no language.
   */
  queueReplies(incomingId: string, to: PhoneNumber, textOf: (message: Message) => string): void {
    const isErased = this.people.get(to)?.changed !== true;
    for (const [i, message] of this.replies.entries()) {
      const row = this.outboxRow(
        `${incomingId}-${i}`,
        to,
        message,
        this.requestOfReply.get(message),
      );
      this.put({ ...row, text: textOf(message), ...(isErased && { toErased: true }) });
    }
  }

  reply(message: Message): void {
    this.replies.push(message);
  }

  /** Adds an entry to the audit trail, and its log line once the save succeeds. */
  audit(audited: Audited): void {
    const { policy } = this.services.config;
    const forgetAt = after(this.now, days(policy.retention.auditDays));
    const id = this.services.ids.next();
    const entry = newAuditEntry(audited, { now: this.now, id, forgetAt });
    this.more.push({ put: entry });
    const { who, phone, facts } = entry;
    this.logAfterSave(entry.what, { who, ...(phone && { phone }), ...facts });
  }

  /** Adds a log line that is written once the save succeeds, so that a retry does not log it twice. */
  logAfterSave(...line: Parameters<Log['info']>): void {
    this.logLines.push(line);
  }

  /** Saves everything in one transaction, then logs. Returns `done`, or the key that conflicted. */
  async save<T>(done: T): Promise<T | Conflict> {
    const { store, log } = this.services;
    const writes = this.writes();
    if ((await store.save(writes)) === 'conflict') return new Conflict(this.contestedKey());
    await countSaved(store, writes);
    for (const line of this.logLines) log.info(...line);
    return done;
  }

  /** The item that others most likely change too: the request if there is one, else the sender's phone. */
  private contestedKey(): string {
    const [first = '', ...others] = this.puts.keys();
    const request = [first, ...others].find((key) => /^(request|camp) /.test(key));
    return request ?? this.sender ?? first;
  }

  private writes(): Write[] {
    const changed = [...this.people.values()].filter((p) => p.changed);
    const { policy } = this.services.config;
    return [
      ...[...this.puts.values()].map((entity): Write => ({ put: entity })),
      ...changed.map(({ person }): Write => ({ put: withExpiry(person, this.now, policy) })),
      ...this.erased.map((person): Write => ({ remove: person })),
      ...this.more,
    ];
  }
}
