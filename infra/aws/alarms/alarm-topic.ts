import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';

/**
 * Mails each alarm to the operator, who must confirm the subscription once. Without a key of the group's own the topic
 * is not encrypted at rest, because CloudWatch may not use AWS's own key for SNS (SNS developer guide). Alarms contain
 * counts, never phone numbers.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { email: string; retention: Retention }) {
    super(scope, id);
    const { key } = props.retention;
    this.topic = new Topic(this, 'Topic', {
      displayName: `Mitra Hotline ${Stack.of(this).stackName}`,
      enforceSSL: true,
      ...(key && { masterKey: key }),
    });
    // enforceSSL replaces SNS's default policy, which allows the account's alarms to publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PublishAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(props.email));
  }
}
