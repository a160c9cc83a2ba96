import type { Form } from '../../../ports/webhooks.ts';

/*
 * Plivo signs names and values joined without separators, as Twilio does (twilio/inbound/single-reading.ts): a caller's
 * name, which a caller may write, can hold what looks like other fields. A form is believed only when its signed fields
 * name no other caller, call or keys than the form itself.
 */

/** Stands for a field that was told apart: the beginning of a name that no pattern has. */
const apart = '\0';

const namings: readonly { field: string; pattern: RegExp }[] = [
  { field: 'From', pattern: /From(\+?\d{5,15})(?!\d)/g },
  { field: 'CallUUID', pattern: /CallUUID([\da-f]{8}-[\da-f-]{27})/g },
  { field: 'Digits', pattern: /Digits([\d*#]+)/g },
];

/** Fields whose names end like one of the above, with the shape that their whole value must have. */
const others: Readonly<Record<string, RegExp>> = {
  ForwardedFrom: /^\+?\d{5,15}$/,
  DialBLegFrom: /^\+?\d{5,15}$/,
  ParentCallUUID: /^[\da-f-]{36}$/,
};

const isSimple = (name: string): boolean => /^[A-Z][A-Za-z]{1,40}$/.test(name);

/** True when the signature of this form fits no other caller, call or keys. */
export const hasOneReading = (form: Form): boolean => {
  const fields = Object.keys(form)
    .sort()
    .flatMap((name) => [form[name] ?? []].flat().map((value) => ({ name, value })));
  if (!fields.every(({ name }) => isSimple(name))) return false;
  const signed = fields
    .map(({ name, value }) => (others[name]?.test(value) ? apart : name + value))
    .join('');
  return namings.every(({ field, pattern }) => {
    const told = [form[field] ?? []].flat();
    return [...signed.matchAll(pattern)].every(([, value = '']) => told.includes(value));
  });
};
