import { spacePath } from '../../team/paths.ts';

export const termsPath = (service: string): string => `${spacePath(service)}/seuil`;
