import { expect, test } from 'vitest';
import { everyOption, type Json, synthesized } from './synthesized.ts';

/** Replaces the hashes of bundles and versions, which change with every line of code. */
const withoutHashes = (template: Json): Json =>
  JSON.parse(
    JSON.stringify(template)
      .replace(/\b[0-9a-f]{64}\b/g, 'HASH')
      .replace(/(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}/g, '$1HASH')
      .replace(/(SmokeTestCheck[0-9A-F]{8})[0-9a-f]{16}/g, '$1HASH'),
  );

test.each([
  ['dev', {}],
  ['prod', { stage: 'prod' }],
  ['prod-every-option', everyOption],
])(
  'the template of %s is the reviewed one (after a deliberate change run `npx vitest run test/system/infra/template.test.ts -u` and read the diff)',
  async (name, context) => {
    const { json } = synthesized(context);
    await expect(`${JSON.stringify(withoutHashes(json), null, 1)}\n`).toMatchFileSnapshot(
      `templates/${name}.snap`,
    );
  },
);
