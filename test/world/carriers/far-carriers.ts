import { overChannels } from '#functions/carriers/chosen-carriers.ts';
import { exotelDefinition } from '#functions/carriers/exotel/exotel-definition.ts';
import { createExotelTexts } from '#functions/carriers/exotel/outbound/exotel-texts.ts';
import { createPlivoCalls } from '#functions/carriers/plivo/outbound/plivo-calls.ts';
import type { HotlineSettings } from '#functions/http/webhooks/mount-webhook.ts';
import type {
  CarrierSender,
  SenderOptions,
  TextSender,
} from '#functions/ports/carrier-definition.ts';
import type { Bridge, ToHotline, ToSimulated } from './bridge.ts';
import { bridgeExotel } from './exotel-bridge.ts';
import { bridgePlivo } from './plivo-bridge.ts';

/*
 * Fakes of Plivo and Exotel: each speaks as its documentation has it (docs/facts.md#carriers) towards the hotline, and
 * as Twilio towards the simulated carrier, which has the phones, the time and the faults.
 */

/** `whatsapp`: Twilio's, beside Exotel's texts. */
export type FarChoice = { texts?: 'exotel'; calls?: 'plivo'; whatsapp?: 'twilio' };

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
  /** Twilio's sender, for WhatsApp where it is chosen. */
  twilio?: TextSender;
  toSimulated: ToSimulated;
  toHotline: ToHotline;
  now: () => number;
  /** A process that waits for its turn. */
  pause: (ms: number) => Promise<void>;
  /** Is called for each request that a carrier refuses because there are too many. */
  onRefused?: () => void;
  /** Stands around each request of an adapter: the row of the outbox that it is about, where it is about one. */
  around?: (row: string | undefined, request: () => Promise<Response>) => Promise<Response>;
};

/** A path of the simulated carrier's REST API as the whole request. */
export const toSimulatedRequest = (
  { accountSid, authToken }: { accountSid: string; authToken: string },
  hotlineNumber: string,
  path: string,
  init: RequestInit = {},
): Request => {
  const login = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  const url = `https://carrier.test/2010-04-01/Accounts/${accountSid}/${path}`;
  const body = init.body instanceof URLSearchParams ? init.body : undefined;
  if (body && path === 'Messages.json') body.append('From', hotlineNumber);
  return new Request(url, { ...init, headers: { Authorization: `Basic ${login}` } });
};

/** The row that a request is about: `m` of a text's callback, `c` of a call's answer URL. */
const rowOf = (body: unknown): string | undefined => {
  const written =
    body instanceof URLSearchParams
      ? body.get('StatusCallback')
      : /"answer_url":"([^"]+)"/.exec(String(body ?? ''))?.[1];
  const query = written ? new URL(written).searchParams : undefined;
  return query?.get('m') ?? query?.get('c') ?? undefined;
};

/** The chosen carriers in place of Twilio: their senders, what the hotline knows of them, and the webhooks between. */
export const createFarCarriers = ({
  choice,
  sender,
  twilio,
  toSimulated,
  toHotline,
  now,
  pause,
  onRefused = () => {},
  around = (_, request) => request(),
}: Options) => {
  const { publicUrl } = sender;
  const through =
    (fetch: Bridge['fetch']): Bridge['fetch'] =>
    (url, init) =>
      around(rowOf(init.body), () => fetch(url, init));
  const exotel =
    choice.texts &&
    bridgeExotel({ publicUrl, toSimulated, toHotline, values: exotelValues, now, onRefused });
  const plivo =
    choice.calls &&
    bridgePlivo({ publicUrl, toSimulated, toHotline, values: plivoValues, now, onRefused });
  const carrier: Partial<ReturnType<NonNullable<CarrierSender['texts']>>> &
    Partial<ReturnType<NonNullable<CarrierSender['calls']>>> = {
    ...(exotel &&
      overChannels(
        createExotelTexts(exotelValues, sender, { fetch: through(exotel.fetch), now }),
        choice.whatsapp && twilio,
      )),
    ...(plivo &&
      createPlivoCalls(plivoValues, sender, { fetch: through(plivo.fetch), now, pause })),
  };
  return {
    carrier,
    settings: {
      carriers: {
        texts: choice.texts ?? 'twilio',
        calls: choice.calls ?? 'twilio',
        ...(choice.whatsapp && { whatsapp: choice.whatsapp }),
      },
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
