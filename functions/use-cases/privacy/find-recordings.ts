import type { Recording } from '#shared/conversation/call-menu/recording.ts';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { after, days } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { readOrReport } from '../report-invalid-item.ts';

/** However long an operator lets recordings be kept. */
const horizon = days(3650);
/** Read at once, and well under what one transaction takes. */
const page = 50;

export const pagesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / page) }, (_, i) =>
    all.slice(i * page, (i + 1) * page),
  );

/**
 * Everything this phone has said that is still kept: a message for the coordinators, a reason for a refusal, names,
 * those said a second time too. Every recording waits for its end in the due index, and is found there; the index may
 * lag by the moment in which something was said.
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
