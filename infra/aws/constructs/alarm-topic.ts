import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Retention } from '../retention.ts';

/**
 * Where alarms go: a mail to whoever looks after the hotline, who must confirm the subscription once. Without a key of
 * the group's own it is not encrypted at rest, because CloudWatch may not use AWS's own key for SNS (SNS developer
 * guide); alarms hold numbers of things, never of people.
 */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: { email: string; keeping: Retention }) {
    super(scope, id);
    const { key } = props.keeping;
    this.topic = new Topic(this, 'Topic', {
      displayName: `Mitra Hotline ${Stack.of(this).stackName}`,
      enforceSSL: true,
      ...(key && { masterKey: key }),
    });
    // A policy of our own (enforceSSL) takes the place of SNS's, which let the account's alarms publish.
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
