import fc from 'fast-check';

/*
 * The same run twice tries the same: PROPERTY_SEED=2 (or any whole number) tries others, PROPERTY_RUNS=1000 more of
 * them, wherever a property does not say itself how many.
 */
fc.configureGlobal({
  seed: Number(process.env['PROPERTY_SEED'] ?? 1),
  ...(process.env['PROPERTY_RUNS'] && { numRuns: Number(process.env['PROPERTY_RUNS']) }),
});
