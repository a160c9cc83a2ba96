import type { CarrierValues } from '../../ports/carrier-definition.ts';
import { type CheckResult, fail, pass, renderError } from '../check-result.ts';
import type { DoctorTarget } from '../target.ts';

const timeoutMs = 10_000;

/**
 * Asks Exotel about a text that does not exist: 200 or 404 show that key, token and account fit. It says neither what
 * balance is left, nor which URL its number has.
 */
export const checkExotel = async (
  _: DoctorTarget,
  values: CarrierValues,
): Promise<CheckResult[]> => {
  const check = 'Exotel’s account';
  const of = (name: string): string => values[name] ?? '';
  const base = (values['EXOTEL_API_URL'] ?? 'https://api.in.exotel.com').replace(/\/+$/, '');
  const login = `${of('EXOTEL_API_KEY')}:${of('EXOTEL_API_TOKEN')}`;
  const sid = encodeURIComponent(of('EXOTEL_SID'));
  try {
    const { status } = await fetch(`${base}/v1/Accounts/${sid}/SMS/Messages/doctor.json`, {
      headers: { Authorization: `Basic ${Buffer.from(login).toString('base64')}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (status === 200 || status === 404) return [pass(check, `knows us (${status})`)];
    if (status === 401 || status === 403)
      return [
        fail(
          check,
          `answered with ${status}`,
          'Check SID, key and token, and whether it is suspended.',
        ),
      ];
    return [fail(check, `answered with ${status}`, 'Try again; then ask Exotel.')];
  } catch (error) {
    return [fail(check, renderError(error), 'Is the network open? Try again.')];
  }
};
