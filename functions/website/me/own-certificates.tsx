/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isRequestGift } from '#shared/people/after-gift/verified-gift.ts';
import { isNamed, milestoneOf } from '#shared/people/camps/milestones.ts';
import { chooseName } from '../../use-cases/camps/gifts/choose-name.ts';
import { requestSerial, serialOf } from '../../use-cases/camps/gifts/find-certificate.ts';
import { ActionButton } from '../frame/fields.tsx';
import type { PageRouter } from '../frame/router.tsx';
import { actAndShow } from '../frame/show-reply.ts';
import { hrefOf, type MemberVisit } from '../frame/visit.ts';
import { thanksWords } from '../thanks/thanks-words.ts';

/** The serials of this donor's gifts to patients and at camps, the oldest first of each. */
export const findOwnCertificates = async ({ person, site }: MemberVisit): Promise<string[]> => {
  const { camps = [], alerts, donor } = person;
  const { store } = site.services;
  if (!donor?.gifts?.length) return [];
  const given = alerts.filter(({ requestId }) => isRequestGift(donor.gifts, requestId));
  const requests = await Promise.all(given.map(({ requestId }) => store.request(requestId)));
  const toPatients = requests.map((request) => {
    const pledge = request?.pledges.find((one) => one.donor?.phone === person.phone);
    return request && pledge && requestSerial(request, pledge);
  });
  const seats = await Promise.all(
    camps.map(({ campId, seat }) => seat && store.seat(campId, seat)),
  );
  const atCamps = seats.map((seat) => seat && serialOf(seat));
  return [...toPatients, ...atCamps].flatMap((serial) => serial || []);
};

/** The donor's milestone stands on a list for senior officers by initials; the name only as they choose, each time. */
const NameChoice = ({ visit }: { visit: MemberVisit }) => {
  const words = thanksWords[visit.language];
  const { donor } = visit.person;
  if (!donor || milestoneOf(donor.gifts?.length ?? 0) === undefined) return null;
  const named = isNamed(donor);
  return (
    <>
      <p>{named ? words.namedThere : words.initialsThere}</p>
      <ActionButton visit={visit} action="/me/name" plain fields={{ named: named ? 'no' : 'yes' }}>
        {named ? words.useInitials : words.useName}
      </ActionButton>
    </>
  );
};

export const mountNameChoice = (router: PageRouter): void =>
  router.postFor('person', '/me/name', (visit, form) =>
    actAndShow(visit, form.id, '/me', (work) =>
      chooseName(work, visit.person.phone, form.field('named') === 'yes'),
    ),
  );

/** Links to the certificates. */
export const OwnCertificates = ({
  visit,
  serials,
}: {
  visit: MemberVisit;
  serials: readonly string[];
}) => {
  const words = thanksWords[visit.language];
  if (serials.length === 0) return null;
  return (
    <>
      <h2>{words.mine}</h2>
      <ul>
        {serials.map((serial, i) => (
          <li>
            <a href={hrefOf(visit, `/thanks/${serial}`)}>
              {words.certificate} {i + 1}
            </a>
          </li>
        ))}
      </ul>
      <NameChoice visit={visit} />
    </>
  );
};
