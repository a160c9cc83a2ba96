import { type OutboxRow, outboxRowSchema } from '#shared/outbox/outbox-row.ts';
import { type AuditEntry, auditEntrySchema } from '#shared/people/audit/audit-entry.ts';
import { type Donor, donorSchema } from '#shared/people/donor.ts';
import { type Person, personSchema } from '#shared/people/person.ts';
import { emptyHistory } from '#shared/people/response-history.ts';
import { type Photo, photoSchema } from '#shared/people/stories/photo.ts';
import { type Story, storySchema } from '#shared/people/stories/story.ts';
import { type Cell, cellSchema, type ZoneId, zoneIdSchema } from '#shared/places/place.ts';
import { type Alert, alertSchema } from '#shared/request/alert.ts';
import { type Request, requestSchema } from '#shared/request/request.ts';
import { type TimelineEntry, timelineEntrySchema } from '#shared/request/timeline.ts';
import { maxPhotoBytes } from '#shared/terms/after-gift/photo-rules.ts';
import {
  type AlertId,
  alertIdSchema,
  type RequestCode,
  type RequestId,
  requestCodeSchema,
  requestIdSchema,
} from '#shared/terms/ids.ts';
import { type PhoneNumber, phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { epochMs } from '#shared/terms/time.ts';

/* Complete entities with minimal values: a test names only the fields it is about. */

export const at = epochMs(1_800_000_000_000);
export const later = (ms: number) => epochMs(at + ms);
export const phone = (n: number): PhoneNumber => phoneNumberSchema.parse(`+9194150${10_000 + n}`);
export const zone = (id: string): ZoneId => zoneIdSchema.parse(id);
export const cell = (id: string): Cell => cellSchema.parse(id);
export const requestId = (id: string): RequestId => requestIdSchema.parse(id);
export const alertId = (id: string): AlertId => alertIdSchema.parse(id);
export const code = (text: string): RequestCode => requestCodeSchema.parse(text);

const place = { lat: 25.4484, lon: 81.8333, zone: zone('prayagraj'), name: 'Prayagraj' };

export const aDonor = (over: Partial<Donor> = {}): Donor =>
  donorSchema.parse({
    group: 'B+',
    sex: 'man',
    birthYear: 1990,
    pin: '211001',
    place,
    cell: '508,1636',
    donations: 0,
    mayGiveFrom: at,
    consent: { at, by: 'import', language: 'hi' },
    record: emptyHistory,
    ...over,
  });

export const aPerson = (n: number, over: Partial<Person> = {}): Person =>
  personSchema.parse({
    kind: 'person',
    phone: phone(n),
    version: 0,
    channel: 'sms',
    optedOut: false,
    trusted: false,
    requests: [],
    alerts: [],
    heard: { since: at, count: 0 },
    createdAt: at,
    ...over,
  });

export const aRequest = (id: string, over: Partial<Request> = {}): Request =>
  requestSchema.parse({
    kind: 'request',
    id,
    version: 0,
    code: '4821',
    requester: phone(1),
    group: 'B+',
    component: 'whole-blood',
    exchange: false,
    units: 2,
    hospital: 'SRN',
    place,
    neededBy: later(3_600_000),
    urgency: 'urgent',
    patient: 'रमेश कुमार',
    attendant: 'Ramesh 🩸',
    createdAt: at,
    phase: { type: 'covered', at },
    pledges: [],
    alertsToClose: false,
    stages: 0,
    ...over,
  });

export const anAlert = (request: string, id: string, over: Partial<Alert> = {}): Alert =>
  alertSchema.parse({
    kind: 'alert',
    id,
    requestId: request,
    version: 0,
    phone: phone(2),
    stage: 1,
    at,
    distanceKm: 3.25,
    chance: 0.044,
    yes: 0.055,
    fair: 1,
    night: false,
    state: 'queued',
    ...over,
  });

export const anEntry = (request: string, id: string, over: Partial<TimelineEntry> = {}) =>
  timelineEntrySchema.parse({
    kind: 'timeline',
    requestId: request,
    id,
    at,
    what: 'verified',
    facts: { units: 2, code: '4821' },
    ...over,
  });

export const anOutboxRow = (id: string, over: Partial<OutboxRow> = {}): OutboxRow =>
  outboxRowSchema.parse({
    kind: 'outbox',
    id,
    version: 0,
    to: phone(2),
    message: { key: 'languageSet', params: {} },
    keepsQuietHours: false,
    state: 'queued',
    tries: 0,
    createdAt: at,
    ...over,
  });

export const aMarker = (id: string, over = {}) => ({ kind: 'incoming', id, at, ...over }) as const;

export const aReply = (id: string, text = 'धन्यवाद') => ({ kind: 'reply', id, text, at }) as const;

export const aPointer = (text: string, request: string, freeFrom: number | null = null) =>
  ({
    kind: 'code',
    code: code(text),
    requestId: requestId(request),
    freeFrom: freeFrom === null ? null : epochMs(freeFrom),
  }) as const;

export const anAuditEntry = (id: string, over: Partial<AuditEntry> = {}): AuditEntry =>
  auditEntrySchema.parse({
    kind: 'audit',
    id,
    version: 0,
    at: Number(id.slice(0, 15)),
    what: 'volunteer-trusts',
    who: 'operator',
    phone: '+91•••••••002',
    facts: { trusted: true },
    forgetAt: later(400),
    ...over,
  });

export const aStory = (id: string, over: Partial<Story> = {}): Story =>
  storySchema.parse({
    ...{ kind: 'story', id, version: 0, requestId: 'r1', by: phone(1), state: 'waits' },
    ...{ text: 'Two people came at night.', language: 'en', town: 'Prayagraj', zone: 'prayagraj' },
    dueAt: at,
    ...over,
  });

export const aPhoto = (id: string): Photo =>
  photoSchema.parse({
    ...{ kind: 'photo', id, version: 0, storyId: 's1', type: 'image/jpeg' },
    bytes: 'A'.repeat(Math.ceil(maxPhotoBytes / 3) * 4),
  });
