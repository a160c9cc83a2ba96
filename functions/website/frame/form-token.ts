import { randomUUID } from 'node:crypto';
import { isSignedValue, signValue } from '../../http/signed-value.ts';

/*
 * Each form carries an id of its own, signed for one visitor and one address. A form on another site has none, and a
 * form that is sent twice is one result, because its id is stored as the id of a text is.
 */

/** How long a page may stand open before its form is asked for again. Less than an id is remembered. Real time. */
export const formMs = 12 * 3_600_000;

/** `who`: the session or the browser that got the form. `action`: where it is sent. */
type Bound = { who: string; action: string };

const toValue = ({ who, action }: Bound, id: string, at: string): string =>
  `form ${JSON.stringify([action, who, id, at])}`;

export const renderFormToken = (bound: Bound, secret: string, now: number): string => {
  const id = randomUUID();
  const at = String(now);
  return [id, at, signValue(toValue(bound, id, at), secret)].join('.');
};

/** The id of a form that we gave this visitor for this address; undefined for any other. */
export const parseFormToken = (
  token: string,
  bound: Bound,
  { secrets, now }: { secrets: readonly string[]; now: number },
): string | undefined => {
  const [id = '', at = '', signature = ''] = token.split('.');
  const age = now - Number(at);
  if (!/^[\da-f-]{36}$/.test(id) || !(age >= 0 && age < formMs)) return undefined;
  return isSignedValue(toValue(bound, id, at), signature, secrets) ? id : undefined;
};

const toSaid = (who: string, id: string): string => `said ${JSON.stringify([who, id])}`;

/** Names a form in an address, so that the page that follows shows the reply, to this visitor only. */
export const renderSaid = (who: string, id: string, secret: string): string =>
  `${id}.${signValue(toSaid(who, id), secret)}`;

/** The id of the visitor's own form. */
export const parseSaid = (
  said: string,
  who: string,
  secrets: readonly string[],
): string | undefined => {
  const [id = '', signature = ''] = said.split('.');
  return isSignedValue(toSaid(who, id), signature, secrets) ? id : undefined;
};
