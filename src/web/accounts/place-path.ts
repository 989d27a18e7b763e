import type { Place } from '../../platform/accounts/place.ts';
import { placeOf } from '../../platform/accounts/place.ts';

type PlaceColumns = Parameters<typeof placeOf>[0];

/** Address of the page of a place's team. */
export function placePath(place: Place): string {
  if (place.kind === 'installation') return '/equipe/membres';
  const folder = place.kind === 'service' ? 'services' : 'organisations';
  return `/equipe/${folder}/${encodeURIComponent(place.id)}/membres`;
}

export const grantPath = ({ service, organisation }: PlaceColumns): string =>
  placePath(placeOf({ service, organisation }));

/** `service estime`, `organisation dinum`, `toute l’installation`. */
export function grantPlaceName({ service, organisation }: PlaceColumns): string {
  if (service !== null) return `service ${service}`;
  return organisation === null ? 'toute l’installation' : `organisation ${organisation}`;
}
