import type { Camp } from '#shared/camp/camp.ts';
import type { Seat } from '#shared/camp/seat.ts';
import { campIdSchema, seatNumberSchema } from '#shared/terms/ids.ts';
import type { Services } from '../../../ports/services.ts';

/** The end of a certificate's address; undefined for a seat without a gift. */
export const serialOf = ({ campId, id, check }: Seat): string | undefined =>
  check === undefined ? undefined : `${campId}-${id}-${check}`;

/** The gift that a serial proves. Undefined for a serial that was never given, or whose donor was erased. */
export const findCertificate = async (
  { store }: Services,
  serial: string,
): Promise<{ camp: Camp; seat: Seat } | undefined> => {
  const [campId, number, check = '', ...rest] = serial.slice(0, 120).split('-');
  const id = campIdSchema.safeParse(campId).data;
  const seatId = seatNumberSchema.safeParse(number).data;
  if (!id || !seatId || rest.length > 0) return undefined;
  const [camp, seat] = await Promise.all([store.camp(id), store.seat(id, seatId)]);
  const isTrue = seat?.state === 'gave' && seat.check !== undefined && seat.check === check;
  return camp && isTrue ? { camp, seat } : undefined;
};
