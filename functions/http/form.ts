/** Carriers' forms are about 2 KB; anything near this is no form of theirs. */
export const maxFormBytes = 64 * 1024;

/** The fields of a form by name; a name that came twice has all of its values. */
export type Form = Record<string, string | string[]>;

/** `application/x-www-form-urlencoded` text; a body of another kind is a form without fields. */
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
