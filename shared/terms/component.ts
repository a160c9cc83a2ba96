import * as z from 'zod';

/**
 * The component the hospital needs. 'plasma' stands for plasma and cryo, which follow the same table
 * (docs/facts.md#compatibility).
 */
export const components = ['whole-blood', 'red-cells', 'platelets', 'plasma'] as const;
export const componentSchema = z.enum(components);
export type Component = z.infer<typeof componentSchema>;
