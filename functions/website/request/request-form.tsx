/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { bloodGroups } from '#shared/terms/blood-group.ts';
import { components } from '#shared/terms/component.ts';
import { ErrorSummary, PageForm, SelectField, TextField } from '../frame/fields.tsx';
import type { MemberVisit } from '../frame/visit.ts';
import type { FieldErrors } from './read-request-form.ts';

export type Typed = Readonly<Record<string, string>>;

/** Six fields; the same ones correct an open request. */
export const RequestForm = ({
  visit,
  action,
  typed,
  errors = {},
  send,
}: {
  visit: MemberVisit;
  action: string;
  typed: Typed;
  errors?: FieldErrors;
  send: string;
}) => {
  const { request, problems } = visit.words;
  const { phrases } = visit;
  const field = (name: string) => ({ name, value: typed[name], wrong: errors[name] });
  return (
    <PageForm visit={visit} action={action}>
      <ErrorSummary
        title={problems.check}
        errors={Object.entries(errors).map(([name, wrong]) => ({ name, wrong }))}
      />
      <SelectField
        {...field('group')}
        label={request.group}
        hint={request.groupHint}
        empty={request.choose}
        choices={bloodGroups.map((value) => ({ value, label: phrases.group(value) }))}
      />
      <SelectField
        {...field('component')}
        label={request.component}
        hint={request.componentHint}
        choices={components.map((value) => ({ value, label: phrases.component(value) }))}
      />
      <TextField
        {...field('units')}
        label={request.units}
        inputmode="numeric"
        maxlength={3}
        hint={request.unitsHint(visit.site.services.config.policy.maxUnits)}
      />
      <TextField
        {...field('hospital')}
        label={request.hospital}
        hint={request.hospitalHint}
        maxlength={60}
      />
      <TextField
        {...field('place')}
        label={request.place}
        hint={request.placeHint}
        autocomplete="postal-code"
        maxlength={60}
      />
      <TextField {...field('when')} label={request.when} hint={request.whenHint} maxlength={60} />
      <TextField {...field('patient')} label={request.patient} maxlength={60} />
      <TextField
        {...field('attendant')}
        label={request.attendant}
        hint={request.attendantHint}
        maxlength={60}
      />
      <p>{request.neverPay}</p>
      <button type="submit">{send}</button>
    </PageForm>
  );
};
