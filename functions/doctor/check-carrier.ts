import { carriersIn } from '../carriers/chosen-carriers.ts';
import type { CarrierName, Halves } from '../carriers/registry.ts';
import type { CarrierValues } from '../ports/carrier-definition.ts';
import { checkExotel } from './accounts/check-exotel.ts';
import { checkPlivo } from './accounts/check-plivo.ts';
import { adviceToSet } from './carrier-advice.ts';
import { type CheckResult, skipped } from './check-result.ts';
import { checkTwilio } from './check-twilio.ts';
import type { DoctorTarget } from './target.ts';

/** The carriers whose account the doctor can ask. */
const accountChecks: Halves<
  (target: DoctorTarget, values: CarrierValues) => Promise<CheckResult[]>
> = { twilio: checkTwilio, plivo: checkPlivo, exotel: checkExotel };

/** Each chosen carrier's account, its clock, and the webhooks of our numbers. */
export const checkCarrier = async (target: DoctorTarget): Promise<CheckResult[]> => {
  const results: CheckResult[] = [];
  for (const name of carriersIn(target.carriers)) results.push(...(await checkOne(target, name)));
  return results;
};

const checkOne = async (target: DoctorTarget, name: CarrierName): Promise<CheckResult[]> => {
  const values = target.carrierValues[name];
  if (!values)
    return [
      skipped(
        'carrier',
        'its credentials are not known here',
        `${adviceToSet(name)} Without them \`npm start\` simulates the carrier.`,
      ),
    ];
  const check = accountChecks[name];
  return check
    ? check(target, values)
    : [skipped('carrier', `the doctor does not know the account of ${name}`)];
};
