import type { Stored } from '#functions/adapters/stored-entities.ts';
import { entityOf } from '#functions/adapters/stored-entities.ts';
import type { Write } from '#functions/ports/store.ts';
import type { MessageKey } from '#shared/messages/message-keys.ts';
import type { Request } from '#shared/request/request.ts';
import { claims } from './claims.ts';
import { findMessages } from './message-meaning.ts';

const isRequest = (entity: Stored): entity is Request => entity.kind === 'request';

/** Holds every sentence that is stored, as a reply or to be sent, against the request that it is about. */
export const watchClaims = (options: {
  /** All entities as they are stored now. */
  stored: () => Iterable<Stored>;
  /** The phone that wrote the text with this id. */
  writerOf: (sid: string) => string | undefined;
}) => {
  const broken: string[] = [];
  const queued = new Set<string>();
  let checked = 0;

  const requestOf = (code: unknown): Request | undefined =>
    [...options.stored()]
      .filter(isRequest)
      .filter((request) => request.code === code)
      .sort((a, b) => b.createdAt - a.createdAt)[0];

  const check = (key: MessageKey, code: unknown, phone: string, params?: object): void => {
    const claim = claims[key];
    const request = claim && requestOf(code);
    if (!claim || !request) return;
    checked += 1;
    const told = { request, phone, params: params as Record<string, unknown> | undefined };
    if (claim(told)) return;
    const pledge = request.pledges.findLast(({ donor }) => donor?.phone === phone)?.state;
    const states = request.pledges.map(({ state }) => state).join(', ');
    broken.push(
      `${key} ${JSON.stringify(params ?? {})}, but ${request.code} is ${JSON.stringify(request.phase)}, ${request.group} × ${request.units}, own pledge ${pledge ?? 'none'}, all: ${states || 'none'}`,
    );
  };

  return {
    /** To be called after a save, with `stored` as it is then. */
    saved(writes: Write[]): void {
      for (const write of writes) {
        const entity = entityOf(write);
        if (entity.kind === 'outbox' && entity.state === 'queued' && entity.message && entity.to) {
          if (queued.has(entity.id)) continue;
          queued.add(entity.id);
          const { key, params } = entity.message;
          check(key, 'code' in params ? params.code : undefined, entity.to, params);
        }
        if (entity.kind !== 'reply') continue;
        const phone = options.writerOf(entity.id);
        if (phone === undefined) continue;
        for (const line of entity.text.split('\n'))
          for (const code of new Set(line.match(/(?<!\d)\d{4}(?!\d)/g)))
            for (const { key } of findMessages(line)) check(key, code, phone);
      }
    },
    broken: (): readonly string[] => broken,
    checked: (): number => checked,
  };
};
