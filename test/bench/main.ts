import { runBench } from './run-bench.ts';

// Like npm start: the machines have Node 20.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

await runBench(process.argv.slice(2), {
  bundles: {
    measures: 'what each function weighs and how long its import takes',
    load: () => import('./bundles-bench.ts'),
  },
  calls: {
    measures: 'what people do by keys alone: keys and seconds',
    load: () => import('./calls-bench.ts'),
  },
  choose: {
    measures: 'choosing a stage from 50 and from 5,000 candidates',
    load: () => import('./choose-bench.ts'),
  },
  limits: {
    measures: 'the heaviest request against what DynamoDB allows',
    load: () => import('./limits-bench.ts'),
  },
  lighthouse: {
    measures: 'the public pages by Lighthouse: performance, accessibility, best practices',
    load: () => import('./website/lighthouse-bench.ts'),
  },
  load: {
    measures: '50 requests at once, 2,000 alerts, 400 answers a minute on a real server',
    load: () => import('./load-bench.ts'),
  },
  understand: {
    measures: 'reading a text into acts',
    load: () => import('./understand-bench.ts'),
  },
  search: {
    measures: 'our search for donors beside the query pattern of BloodConnect',
    load: () => import('./search-bench.ts'),
  },
  stage: {
    measures: 'a stage with 10 thousand to 1 million donors in the table',
    load: () => import('./stage-bench.ts'),
  },
});
