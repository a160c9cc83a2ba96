import { join, resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildBundle } from './build-bundle.ts';

const root = resolve(import.meta.dirname, '../../..');

/** functions/ENTRY.ts as `index.mjs`, with the settings of this group. esbuild bundles it in this process; the Docker image is never used. */
export const bundle = (entry: string, group?: string): Code =>
  Code.fromAsset(join(root, 'functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'),
      // Never run. Without it CDK takes all entries for the same asset and bundles only one of them.
      command: [entry, group ?? ''],
      local: {
        tryBundle(folder) {
          buildBundle(entry, join(folder, 'index.mjs'), { group });
          return true;
        },
      },
    },
  });
