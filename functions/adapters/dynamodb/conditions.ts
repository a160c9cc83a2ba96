import type { EpochMs } from '#shared/terms/time.ts';

/** A condition on the stored item, and the values it refers to. */
export type Condition = { text: string; values: Record<string, string | number> };

export const isAbsent: Condition = { text: 'attribute_not_exists(pk)', values: {} };

/** True while the stored item is the one that was read; version 0 means that there was no item. */
export const isUnchangedSince = (version: number): Condition =>
  version === 0 ? isAbsent : { text: 'version = :version', values: { ':version': version } };

/** True when the code's last request is over and its rest has passed. Until then freeFrom is null, which is not a number. */
export const isFreeAt = (now: EpochMs): Condition => ({
  text: 'attribute_type(freeFrom, :number) AND freeFrom <= :now',
  values: { ':number': 'N', ':now': now },
});

export const isHeldBy = (requestId: string): Condition => ({
  text: 'requestId = :holder',
  values: { ':holder': requestId },
});

/** The code is audited at that moment, as when it was read. */
export const isLookedAt = (lookAt: EpochMs): Condition => ({
  text: 'lookAt = :lookAt',
  values: { ':lookAt': lookAt },
});

export const both = (a: Condition, b: Condition): Condition => ({
  text: `(${a.text}) AND (${b.text})`,
  values: { ...a.values, ...b.values },
});

export const either = (a: Condition, b: Condition): Condition => ({
  text: `(${a.text}) OR (${b.text})`,
  values: { ...a.values, ...b.values },
});

/** The condition as a command takes it: DynamoDB refuses an empty list of values. */
export const renderCondition = ({ text, values }: Condition) => ({
  ConditionExpression: text,
  ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
});
