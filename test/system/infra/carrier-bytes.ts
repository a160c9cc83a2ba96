/** The packages that one carrier alone needs. */
const packagesOf: Readonly<Record<string, RegExp>> = {
  twilio: /^node_modules\/(?:twilio|xmlbuilder|scmp)\//,
};

/** What each carrier's code takes of the files in a bundle, in bytes. */
export const carrierBytes = (files: Record<string, number>): Record<string, number> => {
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
  return carriers;
};
