/** @jsxRuntime automatic @jsxImportSource hono/jsx */

import { type Camp, isCampRunning } from '#shared/camp/camp.ts';
import { type CampTally, tallyCamp } from '#shared/camp/camp-tally.ts';
import type { DoorEntry } from '#shared/camp/door.ts';
import { backReasons, type Seat } from '#shared/camp/seat.ts';
import { seatNumberSchema } from '#shared/terms/ids.ts';
import { dayOf } from '#shared/terms/time.ts';
import { loadSeat } from '../../../use-cases/camps/load-camp.ts';
import { recordEntry } from '../../../use-cases/camps/record-door.ts';
import { ActionButton, HiddenFields, PageForm, SelectField } from '../../frame/fields.tsx';
import type { PageRouter, SentForm } from '../../frame/router.tsx';
import { actAndShow } from '../../frame/show-reply.ts';
import { hrefOf, type MemberVisit } from '../../frame/visit.ts';
import { DataTable, sendConsole } from '../console-frame.tsx';
import { isCoordinatorVisit, renderTime } from '../console-visit.ts';
import { campPageWords } from './camp-page-words.ts';
import { withCamp } from './find-camp.ts';
import { TallyTable } from './tally-table.tsx';

const Facts = ({ visit, camp, tally }: { visit: MemberVisit; camp: Camp; tally: CampTally }) => {
  const words = campPageWords[visit.language];
  const facts: readonly (readonly [string, string | number])[] = [
    [words.centre, camp.centre],
    [words.venue, `${camp.venue}, ${camp.place.name}`],
    [words.state, words.states[camp.state]],
    [words.wanted, camp.units],
    [words.hope, camp.hope.toFixed(1)],
    [words.invited, camp.invited],
    [words.yes, tally.yes],
    [words.waiting, tally.waiting],
    [words.came, tally.came],
    [words.walkIns, tally.walkIns],
    [words.units, tally.units],
    [words.back, tally.back],
    [words.missed, tally.missed],
  ];
  return (
    <dl>
      {facts.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
};

const entries = ['in', 'gave', ...backReasons] as const;

/** One choice and one button: it works on a poor line, and the same post twice counts once. */
const DoorForm = ({ visit, camp, seat }: { visit: MemberVisit; camp: Camp; seat: Seat }) => {
  const words = campPageWords[visit.language];
  const labels = { in: words.in, gave: words.gave };
  return (
    <PageForm visit={visit} action={`/console/camps/${camp.id}/door`}>
      <HiddenFields fields={{ seat: seat.id }} />
      <SelectField
        name="entry"
        label={words.record}
        choices={entries.map((value) => ({
          value,
          label:
            value === 'in' || value === 'gave'
              ? labels[value]
              : `${words.sentBack}: ${words.reasons[value]}`,
        }))}
      />
      <button type="submit">{words.record}</button>
    </PageForm>
  );
};

const SeatRow = ({ visit, camp, seat }: { visit: MemberVisit; camp: Camp; seat: Seat }) => {
  const words = campPageWords[visit.language];
  return (
    <tr>
      <th scope="row">{seat.id}</th>
      <td>{visit.phrases.group(seat.group)}</td>
      <td>{renderTime(visit, seat.at)}</td>
      <td>
        {words.seats[seat.state]}
        {seat.reason && `: ${words.reasons[seat.reason]}`}
      </td>
      <td>{camp.day === dayOf(visit.now) && <DoorForm visit={visit} camp={camp} seat={seat} />}</td>
    </tr>
  );
};

const CampBody = ({
  visit,
  camp,
  seats,
}: {
  visit: MemberVisit;
  camp: Camp;
  seats: readonly Seat[];
}) => {
  const words = campPageWords[visit.language];
  const tally = tallyCamp(seats);
  const listed = seats.filter(({ state }) => state !== 'freed');
  return (
    <>
      <Facts visit={visit} camp={camp} tally={tally} />
      <TallyTable visit={visit} tally={tally} />
      <p>
        <a class="btn plain" href={hrefOf(visit, `/console/camps/${camp.id}/sheet`)}>
          {words.sheet}
        </a>
      </p>
      <DataTable caption={words.halfHours} head={[words.time, words.booked, words.room]}>
        {camp.halfHours.map(({ at, booked, room }) => (
          <tr>
            <th scope="row">{renderTime(visit, at)}</th>
            <td>{booked}</td>
            <td>{room}</td>
          </tr>
        ))}
      </DataTable>
      {isCoordinatorVisit(visit) && isCampRunning(camp) && (
        <ActionButton visit={visit} action={`/console/camps/${camp.id}/off`} plain>
          {words.callOff}
        </ActionButton>
      )}
      <DataTable
        caption={words.people}
        head={[words.number, words.group, words.time, words.state, words.record]}
      >
        {listed.map((seat) => (
          <SeatRow visit={visit} camp={camp} seat={seat} />
        ))}
      </DataTable>
    </>
  );
};

const readEntry = (form: SentForm): DoorEntry | undefined => {
  const value = form.field('entry');
  if (value === 'in' || value === 'gave') return { what: value };
  const reason = backReasons.find((one) => one === value);
  return reason && { what: 'back', reason };
};

/** `/console/camps/ID`: how a camp fills, its tally as it stands, and the list of the door, by digits and without names. */
export const mountCamp = (router: PageRouter): void => {
  router.getFor('volunteer', '/console/camps/:camp', (visit) =>
    withCamp(visit, async (camp) => {
      const seats = await visit.site.services.store.seats(camp.id);
      const title = `${campPageWords[visit.language].title}: ${visit.phrases.day(camp.day)}`;
      return sendConsole(visit, title, <CampBody visit={visit} camp={camp} seats={seats} />, {
        script: '/console/live.js',
      });
    }),
  );
  router.postFor('volunteer', '/console/camps/:camp/door', (visit, form) =>
    withCamp(visit, (camp) =>
      actAndShow(visit, form.id, `/console/camps/${camp.id}`, async (work) => {
        const number = seatNumberSchema.safeParse(form.field('seat')).data;
        const seat = number && (await loadSeat(work, camp.id, number));
        const entry = readEntry(form);
        if (!seat || !entry || camp.day !== dayOf(work.now)) return;
        await recordEntry(work, camp, seat, entry);
        work.notes.push(`${seat.id}: ${campPageWords[visit.language].noted}`);
      }),
    ),
  );
};
