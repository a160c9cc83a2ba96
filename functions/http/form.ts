import type { Form } from '../ports/webhooks.ts';

/** Carriers' forms are about 2 KB; anything near this limit is not one of their forms. */
export const maxFormBytes = 64 * 1024;

/** Carriers' forms have about 30 fields. */
const maxFields = 256;

/** True for a form with more fields than any carrier sends. Counts without parsing, and stops at the limit. */
export const hasTooManyFields = (body: string): boolean => {
  let fields = 1;
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) {
    fields += 1;
    if (fields > maxFields) return true;
  }
  return false;
};

/**
 * Parses `application/x-www-form-urlencoded` text in one pass; a body of another type, or with too many fields, is a
 * form without fields.
 */
export const parseForm = (contentType: string | undefined, body: string): Form => {
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '');
  if (!isForm || hasTooManyFields(body)) return {};
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else if (typeof before === 'string') fields.set(name, [before, value]);
    else before.push(value);
  }
  return Object.fromEntries(fields);
};
