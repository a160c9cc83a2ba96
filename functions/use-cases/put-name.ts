import type { Camp } from '#shared/camp/camp.ts';
import type { Seat } from '#shared/camp/seat.ts';
import type { Call } from '#shared/conversation/call-menu/call.ts';
import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { OutboxRow } from '#shared/outbox/outbox-row.ts';
import type { Photo } from '#shared/people/stories/photo.ts';
import type { Story } from '#shared/people/stories/story.ts';
import type { Alert } from '#shared/request/alert.ts';
import type { Request } from '#shared/request/request.ts';

export type Puttable = Alert | OutboxRow | Request | Call | Recording | Camp | Seat | Story | Photo;

/** The four digits of a seat are unique in one camp only. */
export const seatName = ({ campId, id }: Pick<Seat, 'campId' | 'id'>): string =>
  `seat ${campId}/${id}`;

/** The name of an entity among the changes of a unit of work. */
export const putName = (entity: Puttable): string =>
  entity.kind === 'seat' ? seatName(entity) : `${entity.kind} ${entity.id}`;
