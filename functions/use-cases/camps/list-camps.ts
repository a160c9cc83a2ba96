import type { Camp } from '#shared/camp/camp.ts';
import type { Person } from '#shared/people/person.ts';
import { dayOf, days, type EpochMs, epochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { readOrReport } from '../report-invalid-item.ts';

/** Every listed camp is due within this time. */
const horizon = days(1000);
const most = 500;

/** Camps to come, of today and of the last year, by their day. */
export const listCamps = async ({ store, log }: Services, now: EpochMs): Promise<Camp[]> => {
  const due = await store.due('camp', epochMs(now + horizon), most);
  const camps = await Promise.all(
    due.map((one) =>
      one.kind === 'camp' ? readOrReport(log, () => store.camp(one.id)) : undefined,
    ),
  );
  return camps.filter((camp) => camp !== undefined).sort((a, b) => a.from - b.from);
};

/** True for a volunteer of the camp's zone, and for every coordinator. */
export const isVolunteerOf = ({ volunteer }: Person, { place }: Pick<Camp, 'place'>): boolean =>
  volunteer !== undefined && (volunteer.role === 'coordinator' || volunteer.zone === place.zone);

/** The camps of today at whose doors this volunteer may record. */
export const campsToday = async (
  services: Services,
  person: Person,
  now: EpochMs,
): Promise<Camp[]> =>
  (await listCamps(services, now)).filter(
    (camp) => camp.day === dayOf(now) && camp.state !== 'off' && isVolunteerOf(person, camp),
  );
