import { buildBundle } from '#infra/aws/bundle/build-bundle.ts';

/** The packages that one carrier alone needs. */
const packagesOf: Readonly<Record<string, RegExp>> = {
  twilio: /^node_modules\/(?:twilio|xmlbuilder|scmp)\//,
};

/** What each carrier's code takes in the bundle of a function, and the bundle as a whole. Unit: bytes. */
export const carrierBytes = (
  entry: string,
): { whole: number; carriers: Record<string, number> } => {
  const { bytes: whole, files } = buildBundle(entry, 'none.mjs', { write: false });
  const carriers: Record<string, number> = {};
  for (const [path, bytes] of Object.entries(files)) {
    const own = /functions\/carriers\/([a-z]+)\//.exec(path)?.[1];
    const name =
      own && own !== 'wire'
        ? own
        : Object.keys(packagesOf).find((carrier) =>
            packagesOf[carrier]?.test(path.replace(/^.*node_modules/, 'node_modules')),
          );
    if (name) carriers[name] = (carriers[name] ?? 0) + bytes;
  }
  return { whole, carriers };
};
