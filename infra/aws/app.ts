import { realpathSync } from 'node:fs';
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readChoices } from './choices.ts';
import { CopyStack, copyRegion } from './copy-stack.ts';
import { readDeployment, type Stage } from './deployment.ts';
import { HotlineStack } from './hotline-stack.ts';
import { readRelease } from './release.ts';

/** Mumbai: phone numbers and blood groups of people stay in India. */
const region = 'ap-south-1';

/**
 * The app with its one stack, checked by cdk-nag: a finding without an acknowledgement fails the synth. The options of
 * a deployment come as context (deployment.ts), values known only at the deployment as parameters (docs/adr/0008).
 */
export const createHotlineApp = (
  props?: AppProps,
  {
    releaseOf = () => 'unreleased',
    choicesOf,
  }: {
    releaseOf?: (stage: Stage) => string;
    choicesOf?: (stage: Stage) => Record<string, unknown>;
  } = {},
): { app: App; stack: HotlineStack } => {
  const app = new App(props);
  const deployment = readDeployment(app.node, choicesOf);
  const { stage } = deployment;
  const release = releaseOf(stage);
  const stack = new HotlineStack(app, `MitraHotline-${stage}`, {
    description: `Mitra Hotline (${stage}${deployment.group ? `, ${deployment.group}` : ''}): one phone number for blood`,
    env: { region },
    terminationProtection: stage === 'prod',
    deployment,
    release,
  });
  Tags.of(stack).add('hotline-stage', stage);
  if (deployment.backupCopies)
    stack.addStackDependency(
      new CopyStack(app, `MitraHotline-${stage}-copies`, {
        description: `Mitra Hotline (${stage}): copies of its backups`,
        env: { region: copyRegion },
        terminationProtection: stage === 'prod',
        stage,
      }),
    );
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { verbose: true }));
  return { app, stack };
};

/* `npx cdk synth` and `npx cdk deploy` run this file (cdk.json). Offline: no Docker, no credentials. */
if (realpathSync(process.argv[1] ?? '.') === import.meta.filename)
  createHotlineApp(undefined, { releaseOf: readRelease, choicesOf: readChoices }).app.synth();
