import { readFileSync } from 'node:fs';
import type { Json } from '../infra/synthesized.ts';

/** A resource of the template with its references resolved; `after`: what it depends on. */
export type Resource = { id: string; after: string[] } & Json;
export type DeployedTemplate = {
  of(type: string): Resource[];
  /** The resource with this ARN, name or URL; the function of an alias. */
  named(reference: string): Resource;
  output(name: string): string;
};

const account = '111122223333';
const pseudo: Record<string, string> = {
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::Region': 'ap-south-1',
  'AWS::URLSuffix': 'amazonaws.com',
};
/** The ARN of each type, without the name. */
const arns: Record<string, string> = {
  'AWS::CloudWatch::Alarm': 'cloudwatch:ap-south-1:ACCOUNT:alarm:',
  'AWS::DynamoDB::GlobalTable': 'dynamodb:ap-south-1:ACCOUNT:table/',
  'AWS::Events::Rule': 'events:ap-south-1:ACCOUNT:rule/',
  'AWS::IAM::Role': 'iam::ACCOUNT:role/',
  'AWS::Lambda::Function': 'lambda:ap-south-1:ACCOUNT:function:',
  'AWS::Logs::LogGroup': 'logs:ap-south-1:ACCOUNT:log-group:',
  'AWS::SecretsManager::Secret': 'secretsmanager:ap-south-1:ACCOUNT:secret:',
  'AWS::SNS::Topic': 'sns:ap-south-1:ACCOUNT:',
  'AWS::SQS::Queue': 'sqs:ap-south-1:ACCOUNT:',
};
const queueUrl = `https://sqs.ap-south-1.amazonaws.com/${account}/`;
/** A `Ref` to these types is their ARN; to any other the name. */
const refersByArn = ['AWS::SecretsManager::Secret', 'AWS::SNS::Topic'];

/**
 * Reads a synthesized template as CloudFormation deploys it: each resource has its logical id as its name, and every
 * intrinsic function that is read gets a value, or throws. `change` damages the template first.
 */
export const readDeployedTemplate = (
  file: string,
  parameters: Record<string, string>,
  change: (template: Json) => void = () => {},
): DeployedTemplate => {
  const template: Json = JSON.parse(readFileSync(file, 'utf8'));
  change(template);

  const arnOf = (id: string): string => {
    const prefix = arns[template.Resources[id]?.Type];
    if (prefix === undefined) throw new Error(`say here what the ARN of ${id} is`);
    return `arn:aws:${prefix.replace('ACCOUNT', account)}${id}`;
  };
  /** An alias is known by its ARN, which has the name of its function in it. */
  const aliasOf = (id: string): string => {
    const { FunctionName, Name } = template.Resources[id].Properties;
    return `${arnOf(FunctionName.Ref)}:${Name}`;
  };
  const refer = (id: string): string => {
    const { Type } = template.Resources[id] ?? {};
    if (Type === undefined)
      return pseudo[id] ?? parameters[id] ?? String(template.Parameters[id].Default);
    if (Type === 'AWS::SQS::Queue') return queueUrl + id;
    if (Type === 'AWS::Lambda::Alias') return aliasOf(id);
    return refersByArn.includes(Type) ? arnOf(id) : id;
  };
  const attributeOf = ([id, name]: [string, string]): string => {
    if (name === 'ApiEndpoint') return `https://${id}.execute-api.ap-south-1.amazonaws.com`;
    if (name === 'StreamArn') return `${arnOf(id)}/stream/2026`;
    if (name === 'Version') return '1';
    return name === 'QueueName' ? id : arnOf(id);
  };
  const holds = (condition: Json): boolean => {
    if (condition['Fn::Not']) return !holds(condition['Fn::Not'][0]);
    const [a, b] = condition['Fn::Equals'].map(resolve);
    return a === b;
  };
  const resolve = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const [[name = '', given] = [], more] = Object.entries<Json>(value);
    if (name === 'Ref') return refer(given);
    if (name === 'Fn::GetAtt') return attributeOf(given);
    if (name === 'Fn::Join') return given[1].map(resolve).join(given[0]);
    if (name === 'Fn::Select') return resolve(given[1])[given[0]];
    if (name === 'Fn::Split') return resolve(given[1]).split(given[0]);
    if (name === 'Fn::Sub')
      return given.replace(/\$\{([\w:]+)\}/g, (_: string, id: string) => refer(id));
    if (name === 'Fn::If') return resolve(given[holds(template.Conditions[given[0]]) ? 1 : 2]);
    if (name.startsWith('Fn::') && more === undefined) throw new Error(`${name} is not known here`);
    return Object.fromEntries(Object.entries<Json>(value).map(([key, v]) => [key, resolve(v)]));
  };
  const read = (id: string): Resource => {
    const { Type, Properties, DependsOn = [] } = template.Resources[id] ?? {};
    if (Type === undefined) throw new Error(`the template has no ${id}`);
    return { id, Type, after: [DependsOn].flat(), ...resolve(Properties) };
  };
  const resources = new Map<string, Resource>();
  const named = (reference: string): Resource => {
    const id = functionIdOf(reference).split('/').at(-1) ?? '';
    const known = resources.get(id) ?? read(id);
    resources.set(id, known);
    return known;
  };

  return {
    of: (type) =>
      Object.entries<Json>(template.Resources)
        .filter(([, { Type }]) => Type === type)
        .map(([id]) => named(id)),
    named,
    output: (name) => resolve(template.Outputs[name].Value),
  };
};

/** The name of a function, of its ARN or of its alias's; of another ARN the last part. */
export const functionIdOf = (reference: string): string =>
  reference
    .replace(/:live$/, '')
    .split(':')
    .at(-1) ?? '';

/** IAM's wildcards: `*` any characters, `?` one. */
const matches = (pattern: string, value: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  ).test(value);

/** True when a statement of the role, given by ARN, allows the action on the resource. */
export const roleAllows = (
  template: DeployedTemplate,
  role: string,
  action: string,
  resource: string,
): boolean =>
  template
    .named(role)
    .Policies.flatMap(({ PolicyDocument }: Json) => PolicyDocument.Statement)
    .some(
      ({ Effect, Action, Resource }: Json) =>
        Effect === 'Allow' &&
        [Action].flat().some((a: string) => matches(a, action)) &&
        [Resource].flat().some((r: string) => matches(r, resource)),
    );

/** True when the policy of this function or alias, given by ARN, lets this service call it for this source. */
export const mayInvoke = (
  template: DeployedTemplate,
  target: string,
  principal: string,
  source: string,
): boolean =>
  template
    .of('AWS::Lambda::Permission')
    .some(
      ({ FunctionName, Principal, SourceArn }) =>
        FunctionName === target && Principal === principal && matches(SourceArn, source),
    );
