/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { dutyGaps, dutyHours } from '#shared/people/audit/duty-hours.ts';
import type { Person } from '#shared/people/person.ts';
import type { Zone } from '#shared/places/hospital.ts';
import { toCalendar } from '#shared/terms/time.ts';
import { readTrail } from '../../use-cases/operator/read-trail.ts';
import { changeDuty } from '../../use-cases/volunteers/change-duty.ts';
import { ActionButton } from '../frame/fields.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { actAndShow } from '../frame/show-reply.ts';
import type { MemberVisit } from '../frame/visit.ts';
import { BarChart } from './charts/bar-chart.tsx';
import { DataTable, sendConsole } from './console-frame.tsx';
import { isCoordinatorVisit, maskedPhone, wordsFor, zonesOf } from './console-visit.ts';

/** Entries of the trail that are read for the last day. */
const trailRead = 500;

type ZoneDuty = { zone: Zone; people: Person[] };

const countOf = (people: readonly Person[], role: string): number =>
  people.filter(({ volunteer }) => volunteer?.role === role && volunteer.onDuty).length;

const hourOf = (at: Parameters<typeof toCalendar>[0]): string => String(toCalendar(at).hour);

const ZoneRow = ({ visit, duty: { zone, people } }: { visit: MemberVisit; duty: ZoneDuty }) => {
  const { duty } = wordsFor(visit);
  const verifiers = countOf(people, 'verifier');
  const coordinators = countOf(people, 'coordinator');
  return (
    <tr class={verifiers === 0 ? 'stuck' : undefined}>
      <th scope="row">{zone.names[visit.language]}</th>
      <td>{verifiers}</td>
      <td>{coordinators}</td>
      <td>{people.length}</td>
      <td>
        {verifiers === 0 && (coordinators === 0 ? duty.gapAll : duty.gapVerifiers)}
        {verifiers > 0 && duty.covered}
      </td>
    </tr>
  );
};

const ZoneHours = ({
  visit,
  duty: { zone, people },
  trail,
}: {
  visit: MemberVisit;
  duty: ZoneDuty;
  trail: Parameters<typeof dutyHours>[1];
}) => {
  const { duty } = wordsFor(visit);
  const hours = dutyHours(people, trail, visit.now);
  const name = zone.names[visit.language];
  const gaps = dutyGaps(hours).map(({ from, to }) => duty.stretch(hourOf(from), hourOf(to)));
  return (
    <>
      <BarChart
        title={duty.hours(name)}
        bars={hours.map(({ at, count }) => ({ label: hourOf(at), value: count }))}
      />
      {gaps.length > 0 && <p class="error">{duty.gaps(gaps.join(', '))}</p>}
    </>
  );
};

const Names = ({ visit, people }: { visit: MemberVisit; people: readonly Person[] }) => {
  const { duty, roles } = wordsFor(visit);
  return (
    <details>
      <summary>{duty.names}</summary>
      <DataTable caption={duty.names} head={[duty.name, duty.role, duty.now, duty.phone]}>
        {people.map(({ name = '', phone, volunteer }) => (
          <tr>
            <td>{name}</td>
            <td>{volunteer && roles[volunteer.role]}</td>
            <td>{volunteer?.onDuty ? duty.on : duty.off}</td>
            <td>{maskedPhone(phone)}</td>
          </tr>
        ))}
      </DataTable>
    </details>
  );
};

const DutyBody = ({
  visit,
  found,
  trail,
}: {
  visit: MemberVisit;
  found: ZoneDuty[];
  trail: Parameters<typeof dutyHours>[1];
}) => {
  const { duty } = wordsFor(visit);
  const onDuty = visit.person.volunteer?.onDuty === true;
  return (
    <>
      <div class="row">
        <p>{onDuty ? duty.youAreOn : duty.youAreOff}</p>
        <ActionButton
          visit={visit}
          action={onDuty ? '/console/duty/off' : '/console/duty/on'}
          plain
        >
          {onDuty ? duty.goOff : duty.goOn}
        </ActionButton>
      </div>
      <DataTable
        caption={duty.title}
        head={[duty.zone, duty.verifiers, duty.coordinators, duty.all, duty.gap]}
      >
        {found.map((one) => (
          <ZoneRow visit={visit} duty={one} />
        ))}
      </DataTable>
      <Names visit={visit} people={found.flatMap(({ people }) => people)} />
      {found
        .filter(({ people }) => people.length > 0)
        .map((one) => (
          <ZoneHours visit={visit} duty={one} trail={trail} />
        ))}
      {isCoordinatorVisit(visit) && <p class="quiet">{duty.source}</p>}
    </>
  );
};

/** `/console/duty`: who is on duty by zone and hour, with the gaps. */
export const mountDuty = (router: PageRouter): void => {
  router.getFor('volunteer', '/console/duty', async (visit) => {
    const { services } = visit.site;
    const [trail, found] = await Promise.all([
      readTrail(services, trailRead),
      Promise.all(
        zonesOf(visit).map(async (zone) => ({
          zone,
          people: await services.store.roster(zone.id),
        })),
      ),
    ]);
    const { title } = wordsFor(visit).duty;
    return sendConsole(visit, title, <DutyBody visit={visit} found={found} trail={trail} />);
  });
  for (const onDuty of [true, false])
    router.postFor('volunteer', `/console/duty/${onDuty ? 'on' : 'off'}`, (visit, form) =>
      actAndShow(visit, form.id, '/console/duty', async (work) => {
        await changeDuty(work, visit.person.phone, onDuty);
      }),
    );
};
