/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { isRequestGift } from '#shared/people/after-gift/verified-gift.ts';
import { requestSerial, serialOf } from '../../use-cases/camps/gifts/find-certificate.ts';
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
    </>
  );
};
