import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readDeployment } from './deployment.ts';
import { HotlineStack } from './hotline-stack.ts';

/** People's phone numbers and blood groups stay in India: Mumbai. */
const region = 'ap-south-1';

/**
 * The one app with the one stack, checked by cdk-nag: a finding without its acknowledgement fails the synth. The
 * choices of a deployment come as context (deployment.ts), what only it knows as parameters (docs/adr/0008).
 */
export const createHotlineApp = (props?: AppProps): { app: App; stack: HotlineStack } => {
  const app = new App(props);
  const deployment = readDeployment(app.node);
  const { stage } = deployment;
  const stack = new HotlineStack(app, `MitraHotline-${stage}`, {
    description: `Mitra Hotline (${stage}): one phone number for blood`,
    env: { region },
    terminationProtection: stage === 'prod',
    deployment,
  });
  Tags.of(stack).add('hotline-stage', stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { app, stack };
};
