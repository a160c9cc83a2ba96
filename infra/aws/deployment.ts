import type { Node } from 'constructs';

export const stages = ['dev', 'prod'] as const;
export type Stage = (typeof stages)[number];

/** What is chosen at a deployment with `-c NAME=VALUE`; every name has a default. */
export type Deployment = {
  /** dev is thrown away with its stack; prod outlives it. */
  stage: Stage;
  /** Encrypt with a key of the group's own, which it can take away: about a dollar a month and a little per use. */
  customerKey: boolean;
  /** Show each invocation's time and calls in X-Ray. */
  tracing: boolean;
  /**
   * At most so many SendOutbox at once, each sending up to ten messages. Unset: four for each shard of the stream. A new
   * account has fewer than the hundred that Lambda keeps unreserved, and cannot reserve any (Lambda's developer guide).
   */
  sendersAtOnce: number | undefined;
  /** US dollars for the whole account; a mail at 80 % of it, and when the forecast passes it. */
  monthlyBudgetUsd: number;
  /** US dollars the carrier asks for an SMS segment and a minute of a call, from the group's own contract: the dashboard shows dollars only with both. */
  segmentUsd: number | undefined;
  callMinuteUsd: number | undefined;
};

type Name = keyof Deployment;

/** Throws a sentence that names what is wrong. */
export const readDeployment = (node: Node): Deployment => {
  const given = (name: Name): string | undefined => {
    const value: unknown = node.tryGetContext(name);
    return value === undefined || value === '' ? undefined : String(value);
  };
  const yesOrNo = (name: Name): boolean => {
    const value = given(name) ?? 'false';
    if (value === 'true' || value === 'false') return value === 'true';
    throw new Error(`-c ${name}=${value}: must be true or false`);
  };
  const wholeNumber = (name: Name): number | undefined => {
    const value = given(name);
    if (value === undefined || /^[1-9][0-9]{0,5}$/.test(value))
      return value === undefined ? undefined : Number(value);
    throw new Error(`-c ${name}=${value}: must be a whole number above 0`);
  };
  const price = (name: Name): number | undefined => {
    const value = given(name);
    if (value === undefined) return undefined;
    if (/^[0-9]{1,3}(\.[0-9]{1,6})?$/.test(value)) return Number(value);
    throw new Error(`-c ${name}=${value}: must be US dollars like 0.05`);
  };
  return {
    stage: parseStage(given('stage') ?? 'dev'),
    customerKey: yesOrNo('customerKey'),
    tracing: yesOrNo('tracing'),
    sendersAtOnce: wholeNumber('sendersAtOnce'),
    monthlyBudgetUsd: wholeNumber('monthlyBudgetUsd') ?? 20,
    segmentUsd: price('segmentUsd'),
    callMinuteUsd: price('callMinuteUsd'),
  };
};

const parseStage = (value: string): Stage => {
  const stage = stages.find((s) => s === value);
  if (stage) return stage;
  throw new Error(`-c stage=${value}: there is no such stage; take ${stages.join(' or ')}`);
};
