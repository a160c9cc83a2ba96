import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createHotlineApp } from '#infra/aws/app.ts';
import { metricUnits } from '#shared/terms/metrics.ts';

/** The resources of the prod stack with a monthly price. */
export type StackCounts = {
  /** An alarm is charged for each of its metrics. */
  alarmMetrics: number;
  metrics: number;
  dashboards: number;
  secrets: number;
  memoryMb: number;
};

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z
    .object({
      Metrics: z.array(z.object({ MetricStat: z.unknown().optional() })).optional(),
      MemorySize: z.number().optional(),
    })
    .optional(),
});
const templateSchema = z.object({ Resources: z.record(z.string(), resourceSchema) });

/** Counts the resources in the template itself, so that a new alarm is included. */
export const countStack = (): StackCounts => {
  const outdir = mkdtempSync(join(tmpdir(), 'hotline-cost-'));
  try {
    const context = { stage: 'prod', 'aws:cdk:bundling-stacks': [] };
    const { app, stack } = createHotlineApp({ outdir, context });
    const { template } = app.synth().getStackByName(stack.stackName);
    const resources = Object.values(templateSchema.parse(template).Resources);
    const of = (type: string) => resources.filter(({ Type }) => Type === type);
    const metricsOf = ({ Properties }: (typeof resources)[number]): number =>
      Properties?.Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1;
    return {
      alarmMetrics: of('AWS::CloudWatch::Alarm').reduce((all, alarm) => all + metricsOf(alarm), 0),
      metrics: Object.keys(metricUnits).length,
      dashboards: of('AWS::CloudWatch::Dashboard').length,
      secrets: of('AWS::SecretsManager::Secret').length,
      memoryMb: Math.max(
        ...of('AWS::Lambda::Function').map(({ Properties }) => Properties?.MemorySize ?? 0),
      ),
    };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};
