import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';

/* What only a deployment knows (docs/adr/0008). */

/** Asked for by the first deployment, kept by the next ones: no placeholder is ever deployed. */
export const hotlineNumberOf = (stack: Stack): string =>
  new CfnParameter(stack, 'HotlineNumber', {
    description: 'The number people text and call, E.164',
    allowedPattern: '^\\+[1-9][0-9]{6,14}$',
    constraintDescription: 'must be a phone number like +915320000000 (E.164)',
  }).valueAsString;

/** Without a mailbox an alarm is none: asked for like the number. */
export const alarmEmailOf = (stack: Stack): string =>
  new CfnParameter(stack, 'AlarmEmail', {
    description: 'Who gets the alarms and the budget: a mail address',
    allowedPattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
    constraintDescription: 'must be a mail address like hotline@example.org',
  }).valueAsString;

/** None, as long as it is empty. */
export const missedCallNumberOf = (stack: Stack): string =>
  new CfnParameter(stack, 'MissedCallNumber', {
    description: 'A second number that is never answered but called back, E.164; empty: none',
    default: '',
    allowedPattern: '^(\\+[1-9][0-9]{6,14})?$',
    constraintDescription: 'must be a phone number like +915320000001 (E.164), or empty',
  }).valueAsString;

/** The API's own URL, unless the group has put a name of its own in front of it. */
export const publicUrlOf = (stack: Stack, apiUrl: string): string => {
  const own = new CfnParameter(stack, 'PublicUrl', {
    description: "The base URL given to the carrier; empty: the API's own",
    default: '',
    allowedPattern: '^(https://[a-zA-Z0-9.-]+)?$',
    constraintDescription: 'must be like https://hotline.example.org, without a slash at the end',
  });
  const isGiven = new CfnCondition(stack, 'HasPublicUrl', {
    expression: Fn.conditionNot(Fn.conditionEquals(own.valueAsString, '')),
  });
  return Fn.conditionIf(isGiven.logicalId, own.valueAsString, apiUrl).toString();
};
