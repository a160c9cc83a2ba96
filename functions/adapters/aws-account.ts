import {
  GetAccountSettingsCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
} from '@aws-sdk/client-lambda';
import { GetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import type { AccountReader } from '../ports/account-reader.ts';

/** Reads limits, event sources and subscriptions of the account in which a function runs. */
export const createAccountReader = (): AccountReader => {
  const lambda = new LambdaClient();
  const sns = new SNSClient();
  return {
    async functionsAtOnce() {
      const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand());
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
    async sourceStates(FunctionName) {
      const { EventSourceMappings = [] } = await lambda.send(
        new ListEventSourceMappingsCommand({ FunctionName }),
      );
      return EventSourceMappings.map(({ State = 'unknown' }) => State);
    },
    async subscriptions(TopicArn) {
      const { Attributes = {} } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      return {
        confirmed: Number(Attributes['SubscriptionsConfirmed'] ?? 0),
        pending: Number(Attributes['SubscriptionsPending'] ?? 0),
      };
    },
  };
};
