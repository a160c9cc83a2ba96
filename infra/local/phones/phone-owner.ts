import type { Person } from '#shared/people/person.ts';

/** A person whose phone the page can show. */
export type PhoneOwner = {
  phone: string;
  name: string;
  role: 'family' | 'verifier' | 'coordinator' | 'donor';
  /** A few words under the name: "B+, Prayagraj". */
  detail: string;
};

export const phoneOwnerOf = ({ phone, name, volunteer, donor }: Person): PhoneOwner => {
  const owner = { phone, name: name ?? phone };
  if (volunteer) {
    const { role, zone } = volunteer;
    return { ...owner, role, detail: zone.charAt(0).toUpperCase() + zone.slice(1) };
  }
  if (donor) return { ...owner, role: 'donor', detail: `${donor.group}, ${donor.place.name}` };
  return { ...owner, role: 'family', detail: '' };
};
