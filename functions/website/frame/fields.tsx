/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { formTokenOf, hrefOf, type Visit } from './visit.ts';

/** A form of ours: POST, with its id. `action` is a path without the base. */
export const PageForm = ({
  visit,
  action,
  children,
}: {
  visit: Visit;
  action: string;
  children?: Child;
}) => (
  <form method="post" action={hrefOf(visit, action)}>
    <input type="hidden" name="form" value={formTokenOf(visit, action)} />
    {children}
  </form>
);

/** One button that does one thing: a form without fields. */
export const ActionButton = ({
  visit,
  action,
  plain,
  fields = {},
  children,
}: {
  visit: Visit;
  action: string;
  plain?: boolean;
  fields?: Record<string, string>;
  children?: Child;
}) => (
  <PageForm visit={visit} action={action}>
    <HiddenFields fields={fields} />
    <button type="submit" class={plain ? 'plain' : undefined}>
      {children}
    </button>
  </PageForm>
);

export const HiddenFields = ({ fields }: { fields: Record<string, string> }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

type FieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is wrong with it, in words. */
  wrong?: string | undefined;
  value?: string | undefined;
  required?: boolean;
};

const describedBy = ({ name, hint, wrong }: FieldProps) =>
  [hint && `${name}-hint`, wrong && `${name}-wrong`].filter(Boolean).join(' ') || undefined;

const invalid = ({ wrong }: FieldProps) => (wrong ? ('true' as const) : undefined);

const FieldLabel = ({ name, label, hint, wrong }: FieldProps) => (
  <>
    <label for={name}>{label}</label>
    {hint && (
      <span class="hint" id={`${name}-hint`}>
        {hint}
      </span>
    )}
    {wrong && (
      <span class="wrong" id={`${name}-wrong`}>
        {wrong}
      </span>
    )}
  </>
);

type InputProps = FieldProps & {
  type?: 'text' | 'tel' | 'date' | 'datetime-local';
  inputmode?: 'numeric' | 'tel' | 'text';
  autocomplete?: string;
  maxlength?: number;
};

export const TextField = (props: InputProps) => (
  <>
    <FieldLabel {...props} />
    <input
      id={props.name}
      name={props.name}
      type={props.type ?? 'text'}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete ?? 'off'}
      maxlength={props.maxlength ?? 80}
      value={props.value}
      required={props.required}
      aria-describedby={describedBy(props)}
      aria-invalid={invalid(props)}
    />
  </>
);

export type SelectChoice = { value: string; label: string };

export const SelectField = (
  props: FieldProps & { choices: readonly SelectChoice[]; empty?: string },
) => (
  <>
    <FieldLabel {...props} />
    <select
      id={props.name}
      name={props.name}
      required={props.required}
      aria-describedby={describedBy(props)}
      aria-invalid={invalid(props)}
    >
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.choices.map(({ value, label }) => (
        <option value={value} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </>
);

/** What is wrong, above the form, with a way to each field. */
export const ErrorSummary = ({
  title,
  errors,
}: {
  title: string;
  errors: readonly { name: string; wrong: string }[];
}) =>
  errors.length === 0 ? null : (
    <div class="error" role="alert">
      <b>{title}</b>
      <ul>
        {errors.map(({ name, wrong }) => (
          <li>
            <a href={`#${name}`}>{wrong}</a>
          </li>
        ))}
      </ul>
    </div>
  );
