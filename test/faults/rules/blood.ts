import type { Request } from '#shared/request/request.ts';

type Abo = 'A' | 'B';
const antigensOf = (group: string): Abo[] =>
  (['A', 'B'] as const).filter((one) => group.includes(one));
const isWithin = (some: Abo[], all: Abo[]): boolean => some.every((one) => all.includes(one));

/** Blood group compatibility (docs/facts.md#compatibility). No donor here has the group Oh. */
export const mayGiveTo = (
  donor: string,
  { group: patient, component, exchange }: Request,
): boolean => {
  if (exchange) return true;
  const [from, to] = [antigensOf(donor), antigensOf(patient)];
  const rhFits = donor.endsWith('-') || patient.endsWith('+');
  switch (component) {
    case 'whole-blood':
      return rhFits && isWithin(from, to) && isWithin(to, from);
    case 'red-cells':
      return rhFits && isWithin(from, to);
    case 'plasma':
      return isWithin(to, from);
    case 'platelets':
      return to.length > 0 || from.length < 2;
  }
};
