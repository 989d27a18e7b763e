import { spacePath } from '../team/paths.ts';

/** Addresses of the plan of a service in the team space. */
export const planPath = (service: string): string => `${spacePath(service)}/plan`;

export const planFilePath = (service: string): string => `${planPath(service)}/impact.yaml`;

export const versionsPath = (service: string): string => `${planPath(service)}/versions`;

export const versionPath = (service: string, version: number): string =>
  `${versionsPath(service)}/${version}`;

export const editorScriptPath = '/equipe/editeur-de-plan.js';
