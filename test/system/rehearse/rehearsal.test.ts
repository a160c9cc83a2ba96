import { beforeAll, describe, expect, test } from 'vitest';
import { isDynoxideInstalled } from '#infra/local/database/dynoxide.ts';
import { bundled, type Json } from '../infra/synthesized.ts';
import { days } from './days.ts';
import { nodeOfLambda } from './node-of-lambda.ts';
import { type PlayedDay, playDays } from './play-days.ts';

/* The template of production with its bundles, on the Node version of Lambda, in a whole request and on bad days. */

/** A busy machine is slow, and only a day that never ends is a fault. */
const patience = 15 * 60_000;

const named = (name: string): (typeof days)[number] => {
  const day = days.find((one) => one.name.includes(name));
  if (!day) throw new Error(`no day is named ${name}`);
  return day;
};

describe.skipIf(!isDynoxideInstalled())('the template of production', () => {
  let played: PlayedDay[];
  beforeAll(async () => {
    played = await playDays({ outdir: bundled().outdir, node: await nodeOfLambda() }, days);
  }, patience);

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

const resource = (template: Json, type: string, id: string): [string, Json] => {
  const found = Object.entries<Json>(template.Resources).find(
    ([name, { Type }]) => Type === type && name.startsWith(id),
  );
  if (!found) throw new Error(`no ${type} ${id}`);
  return found;
};
const remove = (template: Json, type: string, id: string): void => {
  delete template.Resources[resource(template, type, id)[0]];
};
const forbid = (template: Json, role: string, sid: string): void => {
  const [{ PolicyDocument }] = resource(template, 'AWS::IAM::Role', role)[1].Properties.Policies;
  const all: Json[] = PolicyDocument.Statement;
  PolicyDocument.Statement = all.filter(({ Sid }) => Sid !== sid);
  expect(PolicyDocument.Statement).toHaveLength(all.length - 1);
};
const playDamaged = async (
  change: (template: Json) => void,
  ...names: string[]
): Promise<PlayedDay[]> => {
  const options = { outdir: bundled().outdir, node: await nodeOfLambda(), change };
  return playDays(options, names.map(named));
};

describe.skipIf(!isDynoxideInstalled())('the rehearsal sees a damaged template', () => {
  let damaged: PlayedDay | undefined;
  beforeAll(async () => {
    [damaged] = await playDamaged((template) => {
      remove(template, 'AWS::ApiGatewayV2::Route', 'WebhooksApiPOSTtwiliosmsfallback');
      remove(template, 'AWS::Logs::MetricFilter', 'WebhooksFailures');
      forbid(template, 'RunDueSteps', 'QueryIndexes');
    }, 'does not start, for');
  }, patience);

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

describe.skipIf(!isDynoxideInstalled())('the rehearsal sees a second damaged template', () => {
  let request: PlayedDay | undefined;
  let release: PlayedDay | undefined;
  beforeAll(async () => {
    [request, release] = await playDamaged(
      (template) => {
        forbid(template, 'SmokeTest', 'StartFunctions');
        const mapping = (id: string): Json =>
          resource(template, 'AWS::Lambda::EventSourceMapping', id)[1].Properties;
        mapping('Statuses').Enabled = false;
        mapping('Stream').FilterCriteria.Filters = [{ Pattern: '{"eventName":["REMOVE"]}' }];
        resource(template, 'AWS::Lambda::Alias', 'ReceiveSms')[1].DependsOn = [];
      },
      'a whole request',
      'taken back',
    );
  }, patience);

  test('with the event source of a queue disabled its messages are left', () => {
    expect(request?.faults).toContainEqual(expect.stringMatching(/^\d+ left in Statuses/));
  });
  test('with a filter that lets no record pass the examination finds the stream asleep', () => {
    expect(request?.unexpected).toContain('SelfExaminationIll');
  });
  test('without its statement the check of a release asks no function', () => {
    expect(request?.faults).toContainEqual(
      expect.stringMatching(/^the check of a release says: the functions cannot be asked/),
    );
    expect(request?.faults).toContainEqual(
      expect.stringMatching(/^not allowed: SmokeTest\w+ lambda:GetAlias on /),
    );
  });
  test('an alias that does not wait for the check gives texts to a release that does not start', () => {
    expect(release?.unexpected).toContain('TextOrCallFailed');
  });
});
