import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { epochMs, hours } from '#shared/terms/time.ts';
import type { Services } from '../ports/services.ts';

/** More often a phone is not rung in one hour, however many alarms begin. */
const ringsPerHour = 3;
const ringSeconds = 45;

/**
 * Rings the phone of the person on call, from the hotline's number. The person hears the hotline's menu: what is
 * wrong stands in the mail. Never throws: an alarm often means that the carrier is away.
 */
export const ringAlarm = async (
  { carrier, clock, ids, log, store }: Services,
  to: PhoneNumber,
): Promise<void> => {
  try {
    const now = clock.now();
    const rung = await store.tally('alarm rings', epochMs(now - (now % hours(1))));
    if (rung > ringsPerHour) return;
    const { type } = await carrier.call({ to, callId: `alarm-${ids.next()}`, ringSeconds });
    log.info('alarm-rings', { result: type });
  } catch (error) {
    log.error('alarm-cannot-ring', { error: error instanceof Error ? error.name : 'unknown' });
  }
};
