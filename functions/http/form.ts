import type { Form } from '../ports/webhooks.ts';

/** Carriers' forms are about 2 KB; anything near this limit is not one of their forms. */
export const maxFormBytes = 64 * 1024;

/** Parses `application/x-www-form-urlencoded` text; a body of another type is a form without fields. */
export const parseForm = (contentType: string | undefined, body: string): Form => {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')) return {};
  const fields = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const values = fields.getAll(name);
      const [only] = values;
      return [name, values.length === 1 && only !== undefined ? only : values];
    }),
  );
};
