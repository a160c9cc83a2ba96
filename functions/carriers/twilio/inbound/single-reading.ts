import type { Form } from '../../../ports/webhooks.ts';

/*
 * Twilio signs names and values joined without separators (docs/facts.md#twilio), so that the text of a sender can hold
 * what looks like other fields, and one signature fits several forms. A form is believed only when the signed string
 * names no other sender, message, account or call than the form itself.
 */

/** Stands in the signed string for a field that was told apart: the beginning of a name that no pattern has. */
const apart = 'A\0';
/** Stands after a sender's text, which may end with a number. */
const textEnd = '\0';

/** Where the signed string names a field whose value matters, whatever the form says. */
const namings: readonly { field: string; pattern: RegExp }[] = [
  { field: 'From', pattern: /From((?:whatsapp:|rcs:)?\+?\d{7,15})(?=[A-Z]|$)/g },
  { field: 'From', pattern: /From(sip:\+?\d{7,15}@[a-z\d.-]{1,80})(?=[A-Z]|$)/g },
  { field: 'From', pattern: /From([\w:.-]{3,20})FromCity/g },
  { field: 'MessageSid', pattern: /MessageSid((?:SM|MM)[\da-f]{32})/g },
  { field: 'AccountSid', pattern: /AccountSid(AC[\da-f]{32})/g },
  { field: 'CallSid', pattern: /CallSid(CA[\da-f]{32})/g },
];

/** Fields whose names end like one of the above. */
const ownNames = new Set(['From', 'MessageSid', 'SmsMessageSid', 'AccountSid', 'CallSid']);

/**
 * True for a field that names something else by its whole value, such as ParentCallSid, or one that Twilio adds later.
 * A name that holds From is the rest of another field.
 */
const isApart = (name: string, value: string): boolean =>
  !ownNames.has(name) &&
  ((name === 'ForwardedFrom' && /^\+\d{7,15}$/.test(value)) ||
    (/^[A-Z][A-Za-z]{0,40}Sid$/.test(name) &&
      !name.includes('From') &&
      /^[A-Z]{2}[\da-f]{32}$/.test(value)));

/** True when the signature of this form fits no other sender, message, account or call. */
export const hasSingleReading = (url: string, form: Form): boolean => {
  const fields = Object.keys(form)
    .sort()
    .flatMap((name) => [form[name] ?? []].flat().map((value) => ({ name, value })));
  const signed = fields.reduce((text, { name, value }) => {
    if (isApart(name, value)) return text + apart;
    return text + name + value + (name === 'Body' ? textEnd : '');
  }, url);
  return namings.every(({ field, pattern }) => {
    const told = [form[field] ?? []].flat();
    return [...signed.matchAll(pattern)].every(([, value = '']) => told.includes(value));
  });
};
