import type { Seat } from '#shared/camp/seat.ts';
import { requestGiftId } from '#shared/people/after-gift/verified-gift.ts';
import { isVerified } from '#shared/request/pledge-counts.ts';
import type { Pledge, Request } from '#shared/request/request.ts';
import { campIdSchema, requestIdSchema, seatNumberSchema } from '#shared/terms/ids.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { type Day, dayOf } from '#shared/terms/time.ts';
import type { Services } from '../../../ports/services.ts';
import { giftIdOf } from './gift-id.ts';

/** What a certificate says: nothing about its donor. `phone` and `giftId` find the donor's own part of the page. */
export type Certificate = {
  day: Day;
  /** The town. */
  place: string;
  /** `by`: the blood centre that held the camp, or the hospital of the patient. */
  at: 'camp' | 'request';
  by: string;
  phone: PhoneNumber | undefined;
  giftId: string;
};

/** The first part of the serials of gifts to patients; no camp has that id. */
const ofRequest = 'r';

/** The end of a certificate's address; undefined for a seat without a gift. */
export const serialOf = ({ campId, id, check }: Seat): string | undefined =>
  check === undefined ? undefined : `${campId}-${id}-${check}`;

/** The same for a gift to a patient. */
export const requestSerial = ({ id }: Request, { check }: Pledge): string | undefined =>
  check === undefined ? undefined : `${ofRequest}-${id}-${check}`;

/** The gift that a serial proves. Undefined for a serial that was never given, or whose donor was erased. */
export const findCertificate = async (
  services: Services,
  serial: string,
): Promise<Certificate | undefined> => {
  const [first, second, check, ...rest] = serial.slice(0, 160).split('-');
  if (!first || !second || !check || rest.length > 0) return undefined;
  return first === ofRequest
    ? findRequestGift(services, second, check)
    : findCampGift(services, { campId: first, number: second, check });
};

const findCampGift = async (
  { store }: Services,
  { campId, number, check }: { campId: string; number: string; check: string },
): Promise<Certificate | undefined> => {
  const id = campIdSchema.safeParse(campId).data;
  const seatId = seatNumberSchema.safeParse(number).data;
  if (!id || !seatId) return undefined;
  const [camp, seat] = await Promise.all([store.camp(id), store.seat(id, seatId)]);
  if (!camp || seat?.state !== 'gave' || seat.check !== check) return undefined;
  const { day, place, centre } = camp;
  return {
    ...{ day, place: place.name, at: 'camp', by: centre },
    ...{ phone: seat.phone, giftId: giftIdOf(seat) },
  };
};

const findRequestGift = async (
  { store }: Services,
  requestId: string,
  check: string,
): Promise<Certificate | undefined> => {
  const id = requestIdSchema.safeParse(requestId).data;
  const request = id && (await store.request(id));
  const pledge = request?.pledges.find((one) => isVerified(one) && one.check === check);
  if (!request || pledge?.donatedAt === undefined) return undefined;
  return {
    ...{ day: dayOf(pledge.donatedAt), place: request.place.name, at: 'request' },
    ...{ by: request.hospital, phone: pledge.donor?.phone, giftId: requestGiftId(request.id) },
  };
};
