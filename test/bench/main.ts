import { runBench } from './run-bench.ts';

await runBench(process.argv.slice(2), {
  bundles: {
    measures: 'what each function weighs and how long its import takes',
    load: () => import('./bundles-bench.ts'),
  },
  choose: {
    measures: 'choosing a stage from 50 and from 5,000 candidates',
    load: () => import('./choose-bench.ts'),
  },
  limits: {
    measures: 'the heaviest request against what DynamoDB allows',
    load: () => import('./limits-bench.ts'),
  },
  stage: {
    measures: 'a stage with 10 thousand to 1 million donors in the table',
    load: () => import('./stage-bench.ts'),
  },
});
