import type { Publication } from './bundle/bundle.ts';
import { canonicalJson } from './bundle/canonical.ts';

/** Whether two publications say the same, of the same day: all but their place in the chain. */
export const saysTheSame = (one: Publication, other: Publication): boolean => said(one) === said(other);

const said = ({ bundle }: Publication): string => canonicalJson({ ...bundle, number: 0, previous: null });
