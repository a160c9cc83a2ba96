import { type CarrierName, carrierDefinitions } from '../carriers/registry.ts';
import { secretVariableOf } from '../http/lambda-environment.ts';
import type { CarrierDefinition } from '../ports/carrier-definition.ts';

/** Where the doctor finds a carrier's credentials. */
export const adviceToSet = (name: CarrierName): string => {
  const { values }: CarrierDefinition = carrierDefinitions[name];
  const required = Object.entries(values).flatMap(([value, { isRequired }]) =>
    isRequired ? [value] : [],
  );
  return `Set ${required.join(' and ')}, or ${secretVariableOf(name)} (output SecretToFill).`;
};
