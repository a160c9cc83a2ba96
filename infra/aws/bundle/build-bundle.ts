import { join, resolve } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const root = resolve(import.meta.dirname, '../../..');
const slim = (name: string): string => join(import.meta.dirname, '../sdk-stubs', `${name}.ts`);

/** ESM takes no `require`, and Twilio's signature check asks it for node:crypto. */
const requireForCommonJs =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** How anything is made into one file for Lambda, the yardsticks of `npm run bench -- bundles` too. */
export const bundleOptions: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  // A Devanagari letter is three bytes as itself, six as an escape.
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: requireForCommonJs },
  logLevel: 'warning',
};

/** What no function of ours can come to, each with its reason in the file that takes its place. */
const leftOut = {
  '@aws-sdk/credential-provider-node': slim('lambda-credentials'),
  '@aws-sdk/middleware-endpoint-discovery': slim('no-endpoint-discovery'),
  '@smithy/core/event-streams': slim('no-event-streams'),
};

/** The settings with which functions/ENTRY.ts becomes one file. */
export const bundleSettings = (entry: string, outfile: string): BuildOptions => ({
  ...bundleOptions,
  alias: leftOut,
  entryPoints: [join(root, 'functions', `${entry}.ts`)],
  outfile,
});

/** functions/ENTRY.ts as one file with the SDK in it: smaller and quicker to start than Lambda's own copy (FACTS §9). */
export const buildBundle = (entry: string, outfile: string): void => {
  buildSync(bundleSettings(entry, outfile));
};
