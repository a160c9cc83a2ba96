/**
 * Instead of `@smithy/core/event-streams`: the SDK loads it for operations that stream events, and neither DynamoDB's
 * item operations nor Secrets Manager's have any.
 */
export class EventStreamSerde {
  constructor() {
    throw new Error('event streams are left out of the bundles (infra/aws/sdk-stubs)');
  }
}
export const eventStreamSerdeProvider = (): EventStreamSerde => new EventStreamSerde();
