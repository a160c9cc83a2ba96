import {
  GetAliasCommand,
  InvokeCommand,
  LambdaClient,
  ResourceNotFoundException,
  TooManyRequestsException,
} from '@aws-sdk/client-lambda';
import type { FunctionCaller } from '../ports/function-caller.ts';

const question = new TextEncoder().encode(JSON.stringify({ smoke: true }));

/** Calls functions of the account in which it runs. A throttled call is tried again for about ten seconds. */
export const createLambdaCaller = (
  client: Pick<LambdaClient, 'send'> = new LambdaClient({ maxAttempts: 6 }),
  Name = 'live',
): FunctionCaller => ({
  async takesTraffic(FunctionName) {
    try {
      await client.send(new GetAliasCommand({ FunctionName, Name }));
      return true;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return false;
      throw error;
    }
  },
  async findStartFault(FunctionName) {
    try {
      const { Payload } = await client.send(new InvokeCommand({ FunctionName, Payload: question }));
      const answer = new TextDecoder().decode(Payload);
      return answer.includes('"smoke":"started"') ? undefined : answer;
    } catch (error) {
      if (isHeldBack(error)) return undefined;
      throw error;
    }
  },
});

/** The brake of docs/operate.md: the function may not run at all, so it cannot be asked, and takes no traffic. */
const isHeldBack = (error: unknown): boolean =>
  error instanceof TooManyRequestsException &&
  error.Reason === 'ReservedFunctionConcurrentInvocationLimitExceeded';
