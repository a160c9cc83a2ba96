import type { EpochMs } from '#shared/terms/time.ts';

/** A condition on the item that is stored now, and the values it speaks of. */
export type Condition = { text: string; values: Record<string, string | number> };

export const isAbsent: Condition = { text: 'attribute_not_exists(pk)', values: {} };

/** The stored item is the one that was read; version 0 was read as "not there". */
export const isUnchangedSince = (version: number): Condition =>
  version === 0 ? isAbsent : { text: 'version = :version', values: { ':version': version } };

/** The code's last request is over and has rested; null, while it is not, is no number. */
export const isFreeAt = (now: EpochMs): Condition => ({
  text: 'attribute_type(freeFrom, :number) AND freeFrom <= :now',
  values: { ':number': 'N', ':now': now },
});

export const isHeldBy = (requestId: string): Condition => ({
  text: 'requestId = :holder',
  values: { ':holder': requestId },
});

export const either = (a: Condition, b: Condition): Condition => ({
  text: `(${a.text}) OR (${b.text})`,
  values: { ...a.values, ...b.values },
});

/** As a command takes it: DynamoDB refuses an empty list of values. */
export const conditionOf = ({ text, values }: Condition) => ({
  ConditionExpression: text,
  ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
});
