import * as z from 'zod';
import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import { createPlivoUrls } from '../../carriers/plivo/plivo-urls.ts';
import type { CarrierValues } from '../../ports/carrier-definition.ts';
import { type CheckResult, fail, pass, renderError, skipped } from '../check-result.ts';
import { compareUrls } from '../compare-urls.ts';
import type { DoctorTarget } from '../target.ts';

const accountSchema = z.object({ cash_credits: z.coerce.number() });
const numberSchema = z.object({ application: z.string().nullish() });
const applicationSchema = z.object({
  answer_url: z.string().catch(''),
  answer_method: z.string().catch(''),
  hangup_url: z.string().catch(''),
  hangup_method: z.string().catch(''),
  fallback_answer_url: z.string().catch(''),
  fallback_method: z.string().catch(''),
});

const timeoutMs = 10_000;

/** The numbers that people ring, by what they are for. */
const numbersOf = ({ hotlineNumber, missedCallNumber, yesNumber, noNumber }: DoctorTarget) =>
  [
    { check: 'Plivo’s number', number: hotlineNumber },
    { check: 'missed-call number', number: missedCallNumber },
    { check: 'number of a yes', number: yesNumber },
    { check: 'number of a no', number: noNumber },
  ].flatMap(({ check, number }) => (number ? [{ check, number }] : []));

/** Asks Plivo about the account, and about the application of each of our numbers. */
export const checkPlivo = async (
  target: DoctorTarget,
  values: CarrierValues,
): Promise<CheckResult[]> => {
  const { PLIVO_AUTH_ID: id = '', PLIVO_AUTH_TOKEN: token = '' } = values;
  const base = (values['PLIVO_API_URL'] ?? 'https://api.plivo.com').replace(/\/+$/, '');
  const Authorization = `Basic ${Buffer.from(`${id}:${token}`).toString('base64')}`;
  const read = async <T>(path: string, schema: z.ZodType<T>): Promise<T | number> => {
    const response = await fetch(base + path, {
      headers: { Authorization },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) return response.status;
    return schema.safeParse(await response.json().catch(() => undefined)).data ?? response.status;
  };
  const own = `/v1/Account/${encodeURIComponent(id)}`;
  try {
    const account = await read(`${own}/`, accountSchema);
    const results = [judgeAccount(account)];
    if (typeof account === 'number') return results;
    if (!target.hotlineNumber)
      results.push(skipped('Plivo’s number', 'HOTLINE_NUMBER is not set here'));
    for (const { check, number } of numbersOf(target))
      results.push(await checkNumber(check, number));
    return results;
  } catch (error) {
    return [fail('Plivo’s account', renderError(error), 'Is the network open? Try again.')];
  }

  async function checkNumber(check: string, phone: PhoneNumber): Promise<CheckResult> {
    const number = await read(`${own}/Number/${phone.slice(1)}/`, numberSchema);
    if (typeof number === 'number')
      return fail(check, `answered with ${number}`, 'Is this number rented in this account?');
    if (!number.application)
      return fail(check, 'has no application', 'Give the number an application in the console.');
    const application = await read(number.application, applicationSchema);
    if (typeof application === 'number')
      return fail(check, `its application answered with ${application}`, 'Try again.');
    const urls = createPlivoUrls(target.url);
    const of = (field: string, has: string, method: string, wants: string) => ({
      field,
      has,
      method,
      wants,
    });
    return compareUrls(
      check,
      [
        of('Answer URL', application.answer_url, application.answer_method, urls.answer()),
        of('Hangup URL', application.hangup_url, application.hangup_method, urls.status()),
        of(
          'Fallback URL',
          application.fallback_answer_url,
          application.fallback_method,
          urls.fallback(),
        ),
      ],
      [],
    );
  }
};

const judgeAccount = (account: z.output<typeof accountSchema> | number): CheckResult => {
  const check = 'Plivo’s account';
  if (account === 401)
    return fail(check, 'refuses the auth id and token', 'Copy both from the console again.');
  if (typeof account === 'number') return fail(check, `answered with ${account}`, 'Try again.');
  const { cash_credits: credits } = account;
  return credits > 0
    ? pass(check, `has ${credits} of credit`)
    : fail(check, 'has no credit', 'Add credit: without it no phone is called.');
};
