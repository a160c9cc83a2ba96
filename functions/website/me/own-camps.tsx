/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Camp, isCampRunning } from '#shared/camp/camp.ts';
import { freeTimes } from '#shared/camp/half-hours.ts';
import type { Seat } from '#shared/camp/seat.ts';
import { campIdSchema } from '#shared/terms/ids.ts';
import { epochMsSchema } from '#shared/terms/time.ts';
import { answerByForm } from '../../use-cases/camps/answer-by-form.ts';
import { messageContext } from '../../use-cases/message-context.ts';
import { ActionButton, HiddenFields, PageForm, SelectField } from '../frame/fields.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { actAndShow } from '../frame/show-reply.ts';
import type { MemberVisit } from '../frame/visit.ts';
import { ownCampsWords } from './own-camps-words.ts';

type OwnCamp = { camp: Camp; seat?: Seat };

/** Camps ahead to which this donor is invited and has not said no, or for which they hold a seat. */
export const findOwnCamps = async ({ person, site, now }: MemberVisit): Promise<OwnCamp[]> => {
  const refs = (person.camps ?? []).filter(({ declined, walkIn }) => !declined && !walkIn);
  const found = await Promise.all(
    refs.map(async ({ campId, seat: number }) => {
      const camp = await site.services.store.camp(campId);
      if (!camp || !isCampRunning(camp) || camp.to <= now) return [];
      if (!number) return [{ camp }];
      const seat = await site.services.store.seat(campId, number);
      return seat?.state === 'booked' || seat?.state === 'waiting' ? [{ camp, seat }] : [];
    }),
  );
  return found.flat();
};

/** An invitation with its free half hours, or the half hour that the donor has taken. */
export const OwnCamps = ({ visit, camps }: { visit: MemberVisit; camps: readonly OwnCamp[] }) => {
  const words = ownCampsWords[visit.language];
  if (camps.length === 0) return null;
  return (
    <>
      <h2>{camps.some(({ seat }) => seat) ? words.yours : words.title}</h2>
      {camps.map((own) => (
        <OneCamp visit={visit} own={own} />
      ))}
    </>
  );
};

const OneCamp = ({ visit, own: { camp, seat } }: { visit: MemberVisit; own: OwnCamp }) => {
  const words = ownCampsWords[visit.language];
  const { phrases, site, now } = visit;
  const place = { hospital: camp.venue, place: camp.place.name };
  return (
    <>
      <p class="card">
        <b>
          {words.askedOn(phrases.day(camp.day), phrases.clock(camp.from), phrases.clock(camp.to))}
        </b>
        <br />
        {phrases.where(place, messageContext(site.services, now))}
      </p>
      {seat?.state === 'booked' && seat.at !== undefined && (
        <p class="big">
          {words.expected(phrases.time(seat.at, now))} {words.number(seat.id)}
        </p>
      )}
      {seat?.state === 'waiting' && <p>{words.waiting}</p>}
      {seat?.state === 'booked' ? (
        <details>
          <summary>{words.other}</summary>
          <ChooseTime visit={visit} camp={camp} />
        </details>
      ) : (
        <ChooseTime visit={visit} camp={camp} />
      )}
      <ActionButton visit={visit} action="/me/camp" plain fields={{ camp: camp.id, at: 'no' }}>
        {seat ? words.cannot : words.no}
      </ActionButton>
    </>
  );
};

const ChooseTime = ({ visit, camp }: { visit: MemberVisit; camp: Camp }) => {
  const words = ownCampsWords[visit.language];
  const times = freeTimes(camp, visit.now);
  if (times.length === 0) return <p>{words.none}</p>;
  const choices = times.map((at) => ({ value: `${at}`, label: visit.phrases.clock(at) }));
  return (
    <PageForm visit={visit} action="/me/camp">
      <HiddenFields fields={{ camp: camp.id }} />
      <SelectField name="at" label={words.when} choices={choices} />
      <button type="submit">{words.yes}</button>
    </PageForm>
  );
};

/** `POST /me/camp`: the answer to an invitation, or "I cannot come". */
export const mountOwnCamps = (router: PageRouter): void =>
  router.postFor('person', '/me/camp', (visit, form) =>
    actAndShow(visit, form.id, '/me', async (work) => {
      const campId = campIdSchema.safeParse(form.field('camp')).data;
      const given = form.field('at');
      const at = given === 'no' ? given : epochMsSchema.safeParse(Number(given)).data;
      if (!campId || at === undefined) return;
      if ((await answerByForm(work, visit.person.phone, campId, at)) === 'full')
        work.notes.push(ownCampsWords[visit.language].full);
    }),
  );
