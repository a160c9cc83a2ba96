import { exotelDefinition } from '#functions/carriers/exotel/exotel-definition.ts';
import { createExotelTexts } from '#functions/carriers/exotel/outbound/exotel-texts.ts';
import { createPlivoCalls } from '#functions/carriers/plivo/outbound/plivo-calls.ts';
import type { HotlineSettings } from '#functions/http/webhooks/mount-webhook.ts';
import type { CarrierSender, SenderOptions } from '#functions/ports/carrier-definition.ts';
import type { ToHotline, ToSimulated } from './bridge.ts';
import { bridgeExotel } from './exotel-bridge.ts';
import { bridgePlivo } from './plivo-bridge.ts';

/*
 * Fakes of Plivo and Exotel: each speaks as its documentation has it (docs/facts.md#carriers) towards the hotline, and
 * as Twilio towards the simulated carrier, which has the phones, the time and the faults.
 */

export type FarChoice = { texts?: 'exotel'; calls?: 'plivo' };

export const plivoValues = { PLIVO_AUTH_ID: 'MA1', PLIVO_AUTH_TOKEN: 'token-of-plivo' };
export const exotelValues = {
  EXOTEL_SID: 'group1',
  EXOTEL_API_KEY: 'key',
  EXOTEL_API_TOKEN: 'token',
  EXOTEL_WEBHOOK_SECRET: 'a-secret-of-twenty-four-letters',
  EXOTEL_HEADER: 'PMITRA',
  EXOTEL_DLT_ENTITY_ID: '1101234567890123456',
};

type Options = {
  choice: FarChoice;
  sender: SenderOptions;
  toSimulated: ToSimulated;
  toHotline: ToHotline;
  now: () => number;
};

/** The chosen carriers in place of Twilio: their senders, what the hotline knows of them, and the webhooks between. */
export const createFarCarriers = ({ choice, sender, toSimulated, toHotline, now }: Options) => {
  const { publicUrl } = sender;
  const exotel =
    choice.texts && bridgeExotel({ publicUrl, toSimulated, toHotline, values: exotelValues, now });
  const plivo =
    choice.calls && bridgePlivo({ publicUrl, toSimulated, toHotline, values: plivoValues });
  const carrier: Partial<ReturnType<NonNullable<CarrierSender['texts']>>> &
    Partial<ReturnType<NonNullable<CarrierSender['calls']>>> = {
    ...(exotel && createExotelTexts(exotelValues, sender, { fetch: exotel.fetch, now })),
    ...(plivo && createPlivoCalls(plivoValues, sender, { fetch: plivo.fetch })),
  };
  return {
    carrier,
    settings: {
      carriers: { texts: choice.texts ?? 'twilio', calls: choice.calls ?? 'twilio' },
      authTokens: {
        ...(exotel && { exotel: exotelDefinition.authTokens(exotelValues) }),
        ...(plivo && { plivo: [plivoValues.PLIVO_AUTH_TOKEN] }),
      },
    } satisfies Pick<HotlineSettings, 'carriers' | 'authTokens'>,
    /** What the simulated carrier posts, as the chosen carriers post it. */
    async webhook(request: Request): Promise<Response> {
      const copy = request.clone();
      const form = new URLSearchParams(await request.text());
      const answer = exotel?.webhook(copy, form) ?? plivo?.webhook(copy, form);
      return answer ?? toHotline(copy);
    },
  };
};
