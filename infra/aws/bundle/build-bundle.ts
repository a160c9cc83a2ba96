import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { fontFile } from '#functions/website/certificate/certificate-font.ts';
import { withSkimmedFunctions } from './skimmed-functions.ts';
import { writeGroupSettings } from './write-group-settings.ts';

const root = resolve(import.meta.dirname, '../../..');
const stub = (name: string): string => join(import.meta.dirname, '../sdk-stubs', `${name}.ts`);

/** ESM has no `require`, and Twilio's signature check loads node:crypto with it. */
const requireForCommonJs =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** esbuild's options for one file on Lambda, also used for the baselines of `npm run bench -- bundles`. */
export const bundleOptions: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  // A Devanagari letter takes three bytes in UTF-8, six as an escape.
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: requireForCommonJs },
  logLevel: 'warning',
};

/** Parts of the SDK that no function can reach. Each stub gives the reason. */
const stubs = {
  '@aws-sdk/credential-provider-node': stub('lambda-credentials'),
  '@aws-sdk/middleware-endpoint-discovery': stub('no-endpoint-discovery'),
  '@smithy/core/event-streams': stub('no-event-streams'),
};

/**
 * Writes functions/ENTRY.ts as one file with the SDK in it, which is smaller and starts faster than Lambda's own copy
 * of the SDK (docs/facts.md#tools), and with the settings of the group. Returns its size and what each file takes of it,
 * in bytes.
 */
export const buildBundle = (
  entry: string,
  outfile: string,
  { group, write = true }: { group?: string | undefined; write?: boolean } = {},
): { bytes: number; files: Record<string, number> } => {
  const { code, files } = bundleCode(entry, group);
  const loadable = withSkimmedFunctions(code);
  if (write) {
    mkdirSync(dirname(outfile), { recursive: true });
    writeFileSync(outfile, loadable);
    if (entry === 'certificate')
      copyFileSync(fontFile(), join(dirname(outfile), 'certificate.ttf'));
  }
  return { bytes: Buffer.byteLength(loadable), files };
};

const bundleCode = (entry: string, group: string | undefined) => {
  const folder = mkdtempSync(join(tmpdir(), 'hotline-group-'));
  try {
    const { outputFiles, metafile } = buildSync({
      ...bundleOptions,
      alias: { ...stubs, ...writeGroupSettings(group, folder, root) },
      entryPoints: [join(root, 'functions', `${entry}.ts`)],
      outfile: `${entry}.mjs`,
      write: false,
      metafile: true,
    });
    const inputs = Object.values(metafile.outputs).flatMap((one) => Object.entries(one.inputs));
    return {
      code: outputFiles[0]?.text ?? '',
      files: Object.fromEntries(inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * The largest size of each function's bundle, in bytes, by its file in functions/. test/system/infra/bundle-budgets.test.ts
 * checks it. A budget is 1 to 3 % above the size: one more sentence in the catalog fits, a package does not.
 * `npm run bench -- bundles` shows what takes the space.
 */
export const bundleBudgets = {
  'receive-sms': 1_578_000,
  'receive-call': 1_510_000,
  'receive-status': 625_000,
  'send-outbox': 890_000,
  'run-due-steps': 1_600_000,
  'examine-itself': 665_000,
  'smoke-test': 307_000,
  website: 2_220_000,
  certificate: 1_650_000,
} as const satisfies Record<string, number>;
