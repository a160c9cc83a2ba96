import * as z from 'zod';

/** What the hospital asked for. 'plasma' stands for plasma and cryo, which follow the same table (FACTS §3). */
export const components = ['whole-blood', 'red-cells', 'platelets', 'plasma'] as const;
export const componentSchema = z.enum(components);
export type Component = z.infer<typeof componentSchema>;
