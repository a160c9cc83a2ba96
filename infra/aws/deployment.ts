import type { Node } from 'constructs';
import {
  type CarrierChoice,
  defaultCarrier,
  parseCarrierName,
} from '#functions/carriers/chosen-carriers.ts';
import { faultsOfNumbers } from '#functions/carriers/own-numbers.ts';
import type { CarrierName } from '#functions/carriers/registry.ts';
import { phoneNumberSchema } from '#shared/terms/phone-number.ts';
import { faultOfGroup } from './bundle/write-group-settings.ts';

export const stages = ['dev', 'prod'] as const;
export type Stage = (typeof stages)[number];

/** The options of a deployment, given as `-c NAME=VALUE`. Each has a default. */
export type Deployment = {
  /** The data of dev is deleted with its stack; the data of prod stays. */
  stage: Stage;
  /** Whose configuration it is, groups/NAME.json; unset: hotline.config.json alone (docs/operate.md#another-group). */
  group: string | undefined;
  /** Encrypt with a key of the group's own, which it can revoke. Costs about a dollar a month and a little per use. */
  customerKey: boolean;
  /** Record the time of each invocation in X-Ray. */
  tracing: boolean;
  /**
   * Give new versions of the webhook functions a tenth of the traffic first. Not for a mend while an alarm is on:
   * CodeDeploy then takes every version back.
   */
  canary: boolean;
  /**
   * Reserved concurrency of SendOutbox; each instance sends up to ten messages at once. Unset: one instance for each
   * shard of the stream. Lambda keeps a hundred instances unreserved; a new account has fewer, and so can reserve no instance
   * (Lambda's developer guide).
   */
  sendersAtOnce: number | undefined;
  /**
   * The ARN of the stream of a restored table, which names the table: the hotline uses it in place of its own, which
   * stays. Every later deployment needs it too.
   */
  restoredStream: string | undefined;
  /** Copy a backup of each night to India's other region (copy-stack.ts). Deploys a second stack. */
  backupCopies: boolean;
  /** US dollars for the whole account. A mail comes at 80 % of it, and when the forecast passes it. */
  monthlyBudgetUsd: number;
  /**
   * US dollars the carrier charges for an SMS segment and for a minute of a call, by the group's own contract. The
   * dashboard shows dollars only with both.
   */
  segmentUsd: number | undefined;
  callMinuteUsd: number | undefined;
  /** `-c carrierTexts=`, `-c carrierCalls=` and `-c carrierWhatsapp=`: which carriers. */
  carriers: CarrierChoice;
  /** `-c answerNumber=`, `yesNumber=`, `noNumber=`: numbers beside HotlineNumber, by the name of their variable. */
  numbers: Readonly<Record<'ANSWER_NUMBER' | 'YES_NUMBER' | 'NO_NUMBER', string | undefined>>;
};

type OptionName =
  | Exclude<keyof Deployment, 'carriers' | 'numbers'>
  | 'carrierTexts'
  | 'carrierCalls'
  | 'carrierWhatsapp'
  | 'answerNumber'
  | 'yesNumber'
  | 'noNumber';

/**
 * Reads the options from the CDK context, otherwise from the stage's file of choices (choices.ts). Throws an error that
 * names the invalid option.
 */
export const readDeployment = (
  node: Node,
  choicesOf?: (stage: Stage) => Record<string, unknown>,
): Deployment => {
  const stage = parseStage(String(node.tryGetContext('stage') || 'dev'));
  const choices = choicesOf?.(stage) ?? {};
  if (choicesOf && stage === 'prod') refuseForgettable(node, choices);
  const read = (name: OptionName): string | undefined => {
    const value: unknown = node.tryGetContext(name) ?? choices[name];
    return value === undefined || value === '' ? undefined : String(value);
  };
  const readBoolean = (name: OptionName, otherwise = false): boolean => {
    const value = read(name) ?? String(otherwise);
    if (value === 'true' || value === 'false') return value === 'true';
    throw new Error(`-c ${name}=${value}: must be true or false`);
  };
  const readWholeNumber = (name: OptionName): number | undefined => {
    const value = read(name);
    if (value === undefined || /^[1-9][0-9]{0,5}$/.test(value))
      return value === undefined ? undefined : Number(value);
    throw new Error(`-c ${name}=${value}: must be a whole number above 0`);
  };
  const readPrice = (name: OptionName): number | undefined => {
    const value = read(name);
    if (value === undefined) return undefined;
    if (/^[0-9]{1,3}(\.[0-9]{1,6})?$/.test(value)) return Number(value);
    throw new Error(`-c ${name}=${value}: must be US dollars like 0.05`);
  };
  const readStream = (name: OptionName): string | undefined => {
    const value = read(name);
    if (value === undefined || streamArn.test(value)) return value;
    throw new Error(`-c ${name}=${value}: must be the ARN of a table's stream`);
  };
  const readCarrier = (name: OptionName, what: keyof CarrierChoice): CarrierName => {
    const value = read(name) ?? defaultCarrier;
    const parsed = parseCarrierName(value, what);
    if ('name' in parsed) return parsed.name;
    throw new Error(`-c ${name}=${value}: must be ${parsed.must}`);
  };
  const readNumber = (name: OptionName): string | undefined => {
    const value = read(name);
    if (value === undefined || phoneNumberSchema.safeParse(value).success) return value;
    throw new Error(`-c ${name}=${value}: must be a phone number like +915320000000 (E.164)`);
  };
  const group = read('group');
  const groupFault = group === undefined ? undefined : faultOfGroup(group);
  if (groupFault !== undefined) throw new Error(`-c group=${group}: ${groupFault}`);
  const carriers = {
    texts: readCarrier('carrierTexts', 'texts'),
    calls: readCarrier('carrierCalls', 'calls'),
    ...(read('carrierWhatsapp') !== undefined && {
      whatsapp: readCarrier('carrierWhatsapp', 'whatsapp'),
    }),
  };
  const numbers = {
    ANSWER_NUMBER: readNumber('answerNumber'),
    YES_NUMBER: readNumber('yesNumber'),
    NO_NUMBER: readNumber('noNumber'),
  };
  const [fault] = faultsOfNumbers(
    (name) => Object.entries(numbers).find(([given]) => given === name)?.[1],
    carriers,
  );
  if (fault !== undefined) throw new Error(`-c answerNumber, yesNumber, noNumber: ${fault}`);
  return {
    stage,
    group,
    customerKey: readBoolean('customerKey'),
    tracing: readBoolean('tracing'),
    canary: readBoolean('canary', true),
    sendersAtOnce: readWholeNumber('sendersAtOnce'),
    restoredStream: readStream('restoredStream'),
    backupCopies: readBoolean('backupCopies'),
    monthlyBudgetUsd: readWholeNumber('monthlyBudgetUsd') ?? 50,
    segmentUsd: readPrice('segmentUsd'),
    callMinuteUsd: readPrice('callMinuteUsd'),
    carriers,
    numbers,
  };
};

/** What a later deployment must not leave out: without `customerKey` it takes the key off the table, without `group` another group's hotline answers. */
const lasting = [
  'group',
  'customerKey',
  'restoredStream',
  'backupCopies',
] as const satisfies OptionName[];

/** A lasting choice of prod stands in its file, which is kept with the code, and is never given by hand alone. */
const refuseForgettable = (node: Node, choices: Record<string, unknown>): void => {
  for (const name of lasting) {
    const given: unknown = node.tryGetContext(name);
    if (given === undefined || String(given) === String(choices[name] ?? '')) continue;
    throw new Error(
      `-c ${name}=${given}: write it into deploy.prod.json; a later deployment would forget it`,
    );
  }
};

const streamArn = /^arn:aws:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]{3,255}\/stream\/[\w:.-]+$/;

const parseStage = (value: string): Stage => {
  const stage = stages.find((s) => s === value);
  if (stage) return stage;
  throw new Error(`-c stage=${value}: there is no such stage; take ${stages.join(' or ')}`);
};
