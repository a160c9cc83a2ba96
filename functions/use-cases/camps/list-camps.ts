import { type Camp, isCampRunning } from '#shared/camp/camp.ts';
import type { Person } from '#shared/people/person.ts';
import { dayOf, days, type EpochMs, epochMs } from '#shared/terms/time.ts';
import type { Services } from '../../ports/services.ts';
import { readOrReport } from '../report-invalid-item.ts';

/** Every listed camp is due within this time. */
const horizon = days(1000);
const most = 500;
/** More camps than a group holds at once: a public page costs no more than this. */
const mostOpen = 30;

/** `camp`: those that are open. `camp-over`: those that were held or called off. By their day. */
const readCamps = async (
  { store, log }: Services,
  now: EpochMs,
  { kinds, limit }: { kinds: readonly ('camp' | 'camp-over')[]; limit: number },
): Promise<Camp[]> => {
  const due = await Promise.all(
    kinds.map((kind) => store.due(kind, epochMs(now + horizon), limit)),
  );
  const camps = await Promise.all(
    due
      .flat()
      .map((one) =>
        one.kind === 'camp' || one.kind === 'camp-over'
          ? readOrReport(log, () => store.camp(one.id))
          : undefined,
      ),
  );
  return camps.filter((camp) => camp !== undefined).sort((a, b) => a.from - b.from);
};

/** Camps to come, of today and of the last year, by their day. */
export const listCamps = (services: Services, now: EpochMs): Promise<Camp[]> =>
  readCamps(services, now, { kinds: ['camp', 'camp-over'], limit: most });

/** Camps that have not ended, by their day. It reads these alone, so its cost does not grow with the years. */
export const listOpenCamps = async (services: Services, now: EpochMs): Promise<Camp[]> => {
  const camps = await readCamps(services, now, { kinds: ['camp'], limit: mostOpen });
  return camps.filter((camp) => isCampRunning(camp) && camp.to > now);
};

/** True for a volunteer of the camp's zone, and for every coordinator. */
export const isVolunteerOf = ({ volunteer }: Person, { place }: Pick<Camp, 'place'>): boolean =>
  volunteer !== undefined && (volunteer.role === 'coordinator' || volunteer.zone === place.zone);

/** Those of today at whose doors this volunteer may record, without the ones that have closed: for a call, which asks at every key. */
export const openCampsToday = async (
  services: Services,
  person: Person,
  now: EpochMs,
): Promise<Camp[]> =>
  (await readCamps(services, now, { kinds: ['camp'], limit: mostOpen })).filter(
    (camp) => camp.day === dayOf(now) && isCampRunning(camp) && isVolunteerOf(person, camp),
  );

/** The camps of today at whose doors this volunteer may record. */
export const campsToday = async (
  services: Services,
  person: Person,
  now: EpochMs,
): Promise<Camp[]> =>
  (await listCamps(services, now)).filter(
    (camp) => camp.day === dayOf(now) && camp.state !== 'off' && isVolunteerOf(person, camp),
  );
