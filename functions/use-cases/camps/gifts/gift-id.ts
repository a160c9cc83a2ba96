import type { Seat } from '#shared/camp/seat.ts';

/** The id of a gift at a camp, among the gifts of its donor. */
export const giftIdOf = ({ campId, id }: Pick<Seat, 'campId' | 'id'>): string => `${campId}-${id}`;
