import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { readOrReport } from '../report-invalid-item.ts';

/** Longer than any retention an operator sets. */
const horizon = days(3650);
/** Items read at once; well under the limit of one transaction. */
const page = 50;

export const pagesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / page) }, (_, i) =>
    all.slice(i * page, (i + 1) * page),
  );

/**
 * All recordings by this phone that are still stored: messages to coordinators, reasons of refusals, names, repeated
 * names too. The due index lists every recording by the time of its deletion. The index may lag behind the newest one.
 */
export const findRecordings = async (
  { store, clock, log }: Services,
  phone: PhoneNumber,
): Promise<Recording[]> => {
  const due = await store.due('recording', after(clock.now(), horizon), Number.POSITIVE_INFINITY);
  const found: Recording[] = [];
  for (const some of pagesOf(due)) {
    const read = await Promise.all(
      some.map((one) => {
        const { kind, id } = one;
        return kind === 'recording' ? readOrReport(log, () => store.recording(id)) : undefined;
      }),
    );
    found.push(...read.flatMap((recording) => (recording?.by === phone ? [recording] : [])));
  }
  return found;
};
