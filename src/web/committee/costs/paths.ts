import { spacePath } from '../../team/paths.ts';

export const costsPath = (service: string): string => `${spacePath(service)}/couts`;

export const budgetFilePath = (service: string): string => `${costsPath(service)}/fichier`;
