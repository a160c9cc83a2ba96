import fc from 'fast-check';

/*
 * Two runs try the same cases. PROPERTY_SEED=2 (or any whole number) tries others. PROPERTY_RUNS=1000 tries more, where
 * a property does not set its own number of runs.
 */
fc.configureGlobal({
  seed: Number(process.env['PROPERTY_SEED'] ?? 1),
  ...(process.env['PROPERTY_RUNS'] && { numRuns: Number(process.env['PROPERTY_RUNS']) }),
});
