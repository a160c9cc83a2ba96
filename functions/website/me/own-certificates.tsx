/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { serialOf } from '../../use-cases/camps/gifts/find-certificate.ts';
import { hrefOf, type MemberVisit } from '../frame/visit.ts';
import { thanksWords } from '../thanks/thanks-words.ts';

/** The serials of this donor's gifts at camps, the oldest first. */
export const findOwnCertificates = async ({ person, site }: MemberVisit): Promise<string[]> => {
  const { camps = [], donor } = person;
  if (!donor?.gifts?.length) return [];
  const seats = await Promise.all(
    camps.map(({ campId, seat }) => seat && site.services.store.seat(campId, seat)),
  );
  return seats.flatMap((seat) => (seat && serialOf(seat)) || []);
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
