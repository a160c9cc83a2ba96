import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { HotlineStack } from './hotline-stack.ts';

/** People's phone numbers and blood groups stay in India: Mumbai. */
const region = 'ap-south-1';

/** The one app with the one stack, checked by cdk-nag: a finding without its acknowledgement fails the synth. */
export const createHotlineApp = (props?: AppProps): { app: App; stack: HotlineStack } => {
  const app = new App(props);
  const stack = new HotlineStack(app, 'MitraHotline', {
    description: 'Mitra Hotline: one phone number for blood',
    env: { region },
    terminationProtection: true,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { app, stack };
};
