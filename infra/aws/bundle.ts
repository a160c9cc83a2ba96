import { join, resolve } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** ESM takes no `require`, and Twilio's signature check asks it for node:crypto. */
const requireForCommonJs =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** One file with the SDK in it: smaller and quicker to start than Lambda's own copy (FACTS §9). */
const options: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  // Logs name the class of an error (functions/edge/fault.ts).
  keepNames: true,
  legalComments: 'none',
  banner: { js: requireForCommonJs },
  logLevel: 'warning',
};

/** functions/ENTRY.ts as `index.mjs`, bundled in this process by esbuild; the image is never used. */
export const bundle = (entry: string): Code =>
  Code.fromAsset(join(root, 'functions'), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'),
      // Never run; without it CDK takes all entries for the same asset and bundles one of them.
      command: [entry],
      local: {
        tryBundle(folder) {
          const entryPoints = [join(root, 'functions', `${entry}.ts`)];
          buildSync({ ...options, entryPoints, outfile: join(folder, 'index.mjs') });
          return true;
        },
      },
    },
  });
