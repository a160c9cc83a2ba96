import { beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { bundled, type Json } from '../infra/synthesized.ts';
import { days } from './days.ts';
import { nodeOfLambda } from './node-of-lambda.ts';
import { type PlayedDay, playDays } from './play-days.ts';

/* The template of production with its bundles, on the Node version of Lambda, in a whole request and on bad days. */

const named = (name: string): (typeof days)[number] => {
  const day = days.find((one) => one.name.includes(name));
  if (!day) throw new Error(`no day is named ${name}`);
  return day;
};

describe.skipIf(!isDynoxideInstalled())('the template of production', () => {
  let played: PlayedDay[];
  beforeAll(async () => {
    played = await playDays({ outdir: bundled().outdir, node: await nodeOfLambda() }, days);
  });

  test.each(days.map(({ name }) => name))(
    'loses nothing and raises the right alarms: %s',
    (name) => {
      expect(played.find((day) => day.name === name)).toMatchObject({
        faults: [],
        missing: [],
        unexpected: [],
      });
    },
  );
});

describe.skipIf(!isDynoxideInstalled())('the rehearsal sees a damaged template', () => {
  const resource = (template: Json, type: string, id: string): [string, Json] => {
    const found = Object.entries<Json>(template.Resources).find(
      ([name, { Type }]) => Type === type && name.startsWith(id),
    );
    if (!found) throw new Error(`no ${type} ${id}`);
    return found;
  };
  let damaged: PlayedDay | undefined;
  beforeAll(async () => {
    const options = {
      outdir: bundled().outdir,
      node: await nodeOfLambda(),
      change(template: Json) {
        const remove = (type: string, id: string): void => {
          delete template.Resources[resource(template, type, id)[0]];
        };
        remove('AWS::ApiGatewayV2::Route', 'WebhooksApiPOSTtwiliosmsfallback');
        remove('AWS::Logs::MetricFilter', 'WebhooksFailures');
        const [, role] = resource(template, 'AWS::IAM::Role', 'RunDueSteps');
        const [{ PolicyDocument }] = role.Properties.Policies;
        PolicyDocument.Statement = PolicyDocument.Statement.filter(
          ({ Sid }: Json) => Sid !== 'QueryIndexes',
        );
      },
    };
    [damaged] = await playDays(options, [named('does not start')]);
  });

  test('without the fallback and the sweep a text is lost', () => {
    expect(damaged?.faults.some((fault) => fault.startsWith('lost: a text'))).toBe(true);
  });
  test('without its statement a call is not allowed', () => {
    expect(damaged?.faults).toContainEqual(
      expect.stringMatching(/^not allowed: RunDueSteps\w+ dynamodb:Query on .*\/index\/due$/),
    );
  });
  test('without the filter on the access log an alarm is missing', () => {
    expect(damaged?.missing).toContain('TextOrCallFailed');
  });
  test('an alarm that should not begin is reported', () => {
    expect(damaged?.unexpected).toContain('NoDueStep');
  });
});
