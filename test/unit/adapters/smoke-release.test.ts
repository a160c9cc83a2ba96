import {
  GetAliasCommand,
  InvokeCommand,
  ResourceNotFoundException,
  TooManyRequestsException,
} from '@aws-sdk/client-lambda';
import { describe, expect, it } from 'vitest';
import { createLambdaCaller } from '#functions/adapters/lambda-caller.ts';
import { smokeRelease } from '#functions/adapters/smoke-release.ts';

type Answer = string | Error;

/** Lambda with these functions. `live`: those that have traffic already. */
const lambda = (answers: Record<string, Answer>, live = Object.keys(answers)) => {
  const asked: string[] = [];
  let running = 0;
  let mostAtOnce = 0;
  const send = async (command: unknown): Promise<unknown> => {
    if (command instanceof GetAliasCommand) {
      const { FunctionName = '', Name } = command.input;
      expect(Name).toBe('live');
      if (live.includes(FunctionName)) return {};
      throw new ResourceNotFoundException({ message: 'no alias', $metadata: {} });
    }
    if (!(command instanceof InvokeCommand)) throw new Error('not asked of Lambda');
    const { FunctionName = '', Payload } = command.input;
    asked.push(`${FunctionName} ${Buffer.from(Payload as Uint8Array).toString()}`);
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await Promise.resolve();
    running -= 1;
    const answer = answers[FunctionName] ?? '';
    if (answer instanceof Error) throw answer;
    return { Payload: Buffer.from(answer) };
  };
  const caller = createLambdaCaller({ send } as never);
  return {
    asked,
    atOnce: () => mostAtOnce,
    smoke: () => smokeRelease(caller, Object.keys(answers)),
  };
};

const started = '{"smoke":"started","release":"1a2b3c4"}';

describe('a release before its traffic', () => {
  it('is asked to start, one function after the other', async () => {
    const { asked, atOnce, smoke } = lambda({ texts: started, calls: started });
    expect(await smoke()).toEqual([]);
    expect(asked).toEqual(['texts {"smoke":true}', 'calls {"smoke":true}']);
    expect(atOnce()).toBe(1);
  });

  it('is refused with the reason when a function does not start', async () => {
    const broken = '{"errorType":"EnvironmentError","errorMessage":"TWILIO_ACCOUNT_SID is empty"}';
    const { smoke } = lambda({ texts: broken, calls: started });
    expect(await smoke()).toEqual([`texts does not start: ${broken}`]);
  });

  it('is not asked before the first deployment, when the secret is still empty', async () => {
    const { asked, smoke } = lambda({ texts: 'broken' }, []);
    expect(await smoke()).toEqual([]);
    expect(asked).toEqual([]);
  });

  const throttled = (Reason: string) =>
    new TooManyRequestsException({ message: 'rate exceeded', $metadata: {}, Reason } as never);

  it('passes while the brake is on, which lets no function run', async () => {
    const { smoke } = lambda({
      texts: throttled('ReservedFunctionConcurrentInvocationLimitExceeded'),
    });
    expect(await smoke()).toEqual([]);
  });

  it('is an error when the account has no room to ask', async () => {
    const { smoke } = lambda({ texts: throttled('ConcurrentInvocationLimitExceeded') });
    await expect(smoke()).rejects.toThrow('rate exceeded');
  });
});
