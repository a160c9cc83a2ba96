/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type ResponseHistory, timesAsked } from '#shared/people/response-history.ts';
import type { Explained } from '../../../use-cases/requests/explain-request.ts';
import type { MemberVisit } from '../../frame/visit.ts';
import { DataTable } from '../console-frame.tsx';
import { maskedPhone, wordsFor } from '../console-visit.ts';
import type { ConsoleWords } from '../words/console-words.ts';

const percent = (chance: number): string => `${(100 * chance).toFixed(1)} %`;
const kilometres = (km: number): string => `${km.toFixed(1)} km`;

const renderRecord = (
  { record, several }: ConsoleWords,
  known: ResponseHistory | undefined,
): string => {
  if (!known) return record.gone;
  const asked = timesAsked(known);
  const count = (n: number): string => (n === 0 ? record.never : several.times(n));
  return asked === 0
    ? record.none
    : record.text(count(asked), count(known.saidYes), count(known.came));
};

/** Why each donor was asked, and why the nearest others were not; numbers masked. */
export const WhyView = ({
  visit,
  explained: { asked, spared },
}: {
  visit: MemberVisit;
  explained: Explained;
}) => {
  const words = wordsFor(visit);
  const { request, alerts, notNeeded } = words;
  const reasons: Record<string, string> = words.reasons;
  return (
    <details>
      <summary>{request.why}</summary>
      <DataTable
        caption={request.whyAsked(asked.length)}
        head={[
          request.round,
          request.donor,
          request.distance,
          request.chance,
          request.record,
          request.state,
        ]}
      >
        {asked.map(({ alert, person }) => (
          <tr>
            <td>{alert.stage}</td>
            <td>{maskedPhone(alert.phone)}</td>
            <td>{kilometres(alert.distanceKm)}</td>
            <td>{percent(alert.chance)}</td>
            <td>{renderRecord(words, person?.donor?.record)}</td>
            <td>{alerts[alert.state]}</td>
          </tr>
        ))}
      </DataTable>
      <DataTable
        caption={request.whySpared}
        head={[request.donor, request.distance, request.reason, request.record]}
      >
        {spared.map(({ candidate, reason }) => (
          <tr>
            <td>{maskedPhone(candidate.person.phone)}</td>
            <td>{kilometres(candidate.distanceKm)}</td>
            <td>{reason === undefined ? notNeeded : (reasons[reason] ?? reason)}</td>
            <td>{renderRecord(words, candidate.person.donor?.record)}</td>
          </tr>
        ))}
      </DataTable>
    </details>
  );
};
