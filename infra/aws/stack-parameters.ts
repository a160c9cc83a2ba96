import { CfnCondition, CfnParameter, Fn, type Stack } from 'aws-cdk-lib';

/* Values known only at a deployment (docs/adr/0008). */

/** Required by the first deployment, kept by the next ones. It has no default, so no placeholder is ever deployed. */
export const hotlineNumberOf = (stack: Stack): string =>
  new CfnParameter(stack, 'HotlineNumber', {
    description: 'The number that people text and call, E.164',
    allowedPattern: '^\\+[1-9][0-9]{6,14}$',
    constraintDescription: 'must be a phone number like +915320000000 (E.164)',
  }).valueAsString;

/** Required too: an alarm needs a mailbox. */
export const alarmEmailOf = (stack: Stack): string =>
  new CfnParameter(stack, 'AlarmEmail', {
    description: 'The mail address that receives the alarms and the budget notices',
    allowedPattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
    constraintDescription: 'must be a mail address like hotline@example.org',
  }).valueAsString;

/** Empty: no phone is rung. */
export const alarmPhoneOf = (stack: Stack): string =>
  new CfnParameter(stack, 'AlarmPhone', {
    description: 'A phone that rings when the hotline is deaf, E.164; empty: none',
    default: '',
    allowedPattern: '^(\\+[1-9][0-9]{6,14})?$',
    constraintDescription: 'must be a phone number like +919415000000 (E.164), or empty',
  }).valueAsString;

/** Empty: there is no such number. */
export const missedCallNumberOf = (stack: Stack): string =>
  new CfnParameter(stack, 'MissedCallNumber', {
    description: 'A second number whose calls are not answered but returned, E.164; empty: none',
    default: '',
    allowedPattern: '^(\\+[1-9][0-9]{6,14})?$',
    constraintDescription: 'must be a phone number like +915320000001 (E.164), or empty',
  }).valueAsString;

/** The group's own base URL when it is given, otherwise the API's. */
export const publicUrlOf = (stack: Stack, apiUrl: string): string => {
  const parameter = new CfnParameter(stack, 'PublicUrl', {
    description: "The base URL that the carrier calls; empty: the API's own",
    default: '',
    // It stands in the description of each version, beside other values, which is 256 letters at most.
    maxLength: 150,
    allowedPattern: '^(https://[a-zA-Z0-9.-]+)?$',
    constraintDescription: 'must be like https://hotline.example.org, without a slash at the end',
  });
  const isGiven = new CfnCondition(stack, 'HasPublicUrl', {
    expression: Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, '')),
  });
  return Fn.conditionIf(isGiven.logicalId, parameter.valueAsString, apiUrl).toString();
};
