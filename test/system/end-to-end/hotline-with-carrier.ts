import type { HotlineConfig } from '#functions/hotline-config.ts';
import { type CarrierOptions, startForeignCarrier } from '../../world/servers/foreign-carrier.ts';
import { donorHeader, volunteerHeader } from './demo-people.ts';
import { configFile, createServerUnderTest, type ServerUnderTest, scratch } from './server.ts';

type Options = {
  account: { accountSid: string; authToken: string };
  /** Changes the policy of the shipped configuration. */
  policy?: (policy: HotlineConfig['policy']) => void;
  carrier?: Pick<CarrierOptions, 'lists' | 'treat' | 'report'>;
  env?: Record<string, string>;
};

/** A foreign carrier and a hotline that uses it, still to be started. `remove` stops both and deletes their files. */
export const createHotlineWithCarrier = async ({
  account,
  policy,
  carrier: faults,
  env,
}: Options) => {
  const files = scratch();
  const carrier = await startForeignCarrier({
    ...account,
    hotlineNumber: '+915320000000',
    ...faults,
  });
  const server = await createServerUnderTest({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_URL: carrier.url,
    HOTLINE_CONFIG: configFile(files.dir, (config) => {
      // The stories tell who is coming by the numbers in the texts, as between people that the hotline knows.
      config.policy.numbers.newRequester = 'share';
      policy?.(config.policy);
    }),
    ...env,
  });
  carrier.webhooksAt(server.publicUrl);
  const remove = async (): Promise<void> => {
    await server.remove();
    await carrier.close();
    files.remove();
  };
  return { carrier, server, remove };
};

/** The line of a donor in the import, a man born in 1990 who weighs 70 kg. */
export const donorLine = (
  name: string,
  phone: string,
  { group = 'B+', pin = 211001 }: { group?: string; pin?: number } = {},
): string => `${name},${phone},${group},M,1990,${pin},en,,70,`;

type Volunteer = { phone: string; zone?: string };

/** Imports donors, verifiers and coordinators of these zones. Returns the result of the donor import. */
export const importPeople = async (
  server: ServerUnderTest,
  people: { donors: string[]; verifiers: Volunteer[]; coordinators?: Volunteer[] },
) => {
  const lineOf =
    (role: string) =>
    ({ phone, zone = 'prayagraj' }: Volunteer): string =>
      `${phone},Veena,${zone},${role},en`;
  const imported = await server.imports('donors', donorHeader, people.donors);
  await server.imports('volunteers', volunteerHeader, [
    ...people.verifiers.map(lineOf('verifier')),
    ...(people.coordinators ?? []).map(lineOf('coordinator')),
  ]);
  return imported;
};
