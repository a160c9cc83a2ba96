/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ActionButton, PageForm, TextField } from '../frame/fields.tsx';
import type { MemberVisit } from '../frame/visit.ts';
import type { FieldErrors } from './read-request-form.ts';
import { RequestForm, type Typed } from './request-form.tsx';

/** What the family may do on its page: more units, given, no one came, a correction, the end. */
export const FamilyActions = ({
  visit,
  path,
  typed,
  errors = {},
}: {
  visit: MemberVisit;
  path: string;
  typed: Typed;
  errors?: FieldErrors;
}) => {
  const { family, request } = visit.words;
  const { extra: extraWrong, ...wrong } = errors;
  return (
    <>
      <h2>{family.actionsTitle}</h2>
      <ActionButton visit={visit} action={`${path}/given`}>
        {family.allGiven}
      </ActionButton>
      <ActionButton visit={visit} action={`${path}/nobody`} plain>
        {family.nobodyCame}
      </ActionButton>
      <details open={extraWrong !== undefined}>
        <summary>{family.more}</summary>
        <PageForm visit={visit} action={`${path}/more`}>
          <TextField
            name="extra"
            label={family.moreUnits}
            inputmode="numeric"
            maxlength={2}
            value={typed['extra']}
            wrong={extraWrong}
            required
          />
          <button type="submit">{family.moreSend}</button>
        </PageForm>
      </details>
      <details open={Object.keys(wrong).length > 0}>
        <summary>{family.correct}</summary>
        <RequestForm
          visit={visit}
          action={`${path}/correct`}
          typed={typed}
          errors={wrong}
          send={family.correctSend}
        />
      </details>
      <details>
        <summary>{family.close}</summary>
        <p>{family.closeHelp}</p>
        <ActionButton visit={visit} action={`${path}/close`} plain>
          {family.closeSend}
        </ActionButton>
      </details>
      <p class="quiet">{request.neverPay}</p>
    </>
  );
};
