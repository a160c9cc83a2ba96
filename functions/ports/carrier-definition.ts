import type { PhoneNumber } from '#shared/terms/phone-number.ts';
import type { EpochMs } from '#shared/terms/time.ts';
import type { Carrier } from './carrier.ts';

/* What a carrier's folder says about itself; environment, routes, stack and doctor read it. */

/** A zod schema of one value. */
type ValueSchema = {
  safeParse(text: string): { success: true; data: string } | { success: false };
};

/** One environment variable of a carrier. */
export type CarrierValue = {
  /** What it must be, as its error says. */
  must: string;
  schema: ValueSchema;
  /** On AWS it stands in the carrier's secret: what the operator puts there, as its error says. */
  inSecret?: string;
  /** Never shown, not even a wrong one. */
  isHidden?: true;
  /** The carrier cannot be used without it. */
  isRequired?: true;
  /** Another value that must be set as well. */
  needs?: string;
};

/** The checked values by name; an optional one that is not set is absent. */
export type CarrierValues = Readonly<Record<string, string>>;

export type CarriedKind = 'sms' | 'whatsapp' | 'calls';

export type CarrierDefinition = {
  /** As CARRIER_TEXTS, CARRIER_CALLS and CARRIER_WHATSAPP name it: the name of its folder. */
  name: string;
  /** As people write it. */
  title: string;
  /** Where its webhooks begin, like /twilio. */
  path: string;
  /** Where its signature stands, and the type of its bodies: a queued webhook has only these of its headers. */
  webhooks: { signatureHeader: string; contentType: string };
  /** The query parameter of our own id in callbacks about a message and about a call; absent when they have no paths of their own. */
  statusIds?: { message: string; call: string };
  /** Texts are SMS at least; WhatsApp is kept from a carrier that is not chosen for it. */
  carries: readonly CarriedKind[];
  values: Readonly<Record<string, CarrierValue>>;
  /** A secret ends the path of each webhook, because nothing signs them. */
  hasPathSecret?: true;
  /** Its texts leave under a registered header, which cannot be answered: ANSWER_NUMBER must be set. */
  hasHeader?: true;
  /** The secrets that sign its webhooks, as its inbound half reads them, the one in use first: two while one is changed. */
  authTokens(values: CarrierValues): string[];
  /** What the carrier's console calls the setting of each URL. */
  console: {
    texts: string;
    textFallback: string;
    calls: string;
    callFallback: string;
    status: string;
  };
  /** What ends each URL in that console, so that the carrier tries again: of texts and callbacks, and of calls. */
  overrides: { messages: string; calls: string };
};

export type SenderOptions = {
  /** The number of our texts and calls. */
  from: PhoneNumber;
  /** Base URL of the webhooks. */
  publicUrl: string;
  /** The carrier's dates are in real time; hotline time may run faster on one machine. */
  toRealMoment?: (at: EpochMs) => number;
  /** The hotline time of a moment of real time that has passed. */
  toHotlineMoment?: (real: number) => EpochMs;
};

export type TextSender = Pick<Carrier, 'send' | 'find' | 'received' | 'photo' | 'deletePhoto'>;
export type CallSender = Omit<Carrier, keyof TextSender>;

/** The outbound half of a carrier; absent what it does not carry. */
export type CarrierSender = {
  texts?: (values: CarrierValues, options: SenderOptions) => TextSender;
  calls?: (values: CarrierValues, options: SenderOptions) => CallSender;
};

/** A request that a webhook accepts and that changes nothing. */
export type WebhookProbe = {
  /** Where it is posted, when the secret stands in the URL. */
  at?(url: string, token: string | undefined): string;
  /** As the carrier posts it to the URL, signed with the token; `token` undefined: a wrong signature. */
  render(
    url: string,
    token: string | undefined,
  ): { headers: Readonly<Record<string, string>>; body: string };
  expects(answer: { status: number; body: string }): boolean;
};

/** What the doctor sends to a carrier's webhooks. */
export type CarrierProbes = {
  text?: WebhookProbe;
  status: WebhookProbe;
  call?: WebhookProbe;
};

/* What the lists of functions/carriers/registry.ts must hold: a missing entry does not compile. */

type Definitions = Readonly<Record<string, CarrierDefinition>>;
type KindsOf<D extends Definitions, Name extends keyof D> = D[Name]['carries'][number];
/** The parts that a carrier with these kinds must have. */
type PartsFor<Kinds, Texts, Calls> = ('sms' extends Kinds ? Texts : unknown) &
  ('calls' extends Kinds ? Calls : unknown);

/** One for each carrier that carries the kind. */
export type HalvesFor<D extends Definitions, Kind extends CarriedKind, Half> = {
  readonly [Name in keyof D as Kind extends KindsOf<D, Name> ? Name : never]: Half;
};
export type SendersFor<D extends Definitions> = {
  readonly [Name in keyof D]: CarrierSender &
    PartsFor<
      KindsOf<D, Name>,
      Required<Pick<CarrierSender, 'texts'>>,
      Required<Pick<CarrierSender, 'calls'>>
    >;
};
export type ProbesFor<D extends Definitions> = {
  readonly [Name in keyof D]: CarrierProbes &
    PartsFor<
      KindsOf<D, Name>,
      Required<Pick<CarrierProbes, 'text'>>,
      Required<Pick<CarrierProbes, 'call'>>
    >;
};
