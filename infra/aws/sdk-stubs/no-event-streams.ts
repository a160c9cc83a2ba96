/**
 * Replaces `@smithy/core/event-streams`. The SDK loads it for operations that stream events; DynamoDB's item operations
 * and Secrets Manager do not.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('event streams are left out of the bundles (infra/aws/sdk-stubs)');
  }
}
export const eventStreamSerdeProvider = (): EventStreamSerde => new EventStreamSerde();
/** Lambda's client streams only the answer of InvokeWithResponseStream, which no function of ours asks for. */
export const resolveEventStreamSerdeConfig = <T extends object>(config: T): T => config;
